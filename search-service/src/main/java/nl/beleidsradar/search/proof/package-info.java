/**
 * Proof that people are told: a document of our own that goes all the way every quarter of an hour,
 * and a nightly sweep that matches the day's documents again. Both report what they find missing.
 */
@NullMarked
package nl.beleidsradar.search.proof;

import org.jspecify.annotations.NullMarked;
