/**
 * How fast documents are matched to many subscriptions, beside Lucene's own monitor with the same
 * queries.
 */
@NullMarked
package nl.beleidsradar.search.match;

import org.jspecify.annotations.NullMarked;
