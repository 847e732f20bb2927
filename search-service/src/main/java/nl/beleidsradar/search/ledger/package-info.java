/**
 * Judges what was found for a recipient by what the recipient was told before, so that everything
 * new is told once and nothing twice. The judgement is pure; the topology around it remembers, one
 * recipient's records in one place, each exactly once.
 */
@NullMarked
package nl.beleidsradar.search.ledger;

import org.jspecify.annotations.NullMarked;
