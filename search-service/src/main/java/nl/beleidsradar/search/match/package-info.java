/**
 * Finds, for one enriched document, whom it concerns and where in it: the subscriptions as Lucene
 * queries over a twin of the index in memory, and the sentences that speak of what they follow.
 * Knows neither Kafka nor Elasticsearch, and not what anybody was told before.
 */
@NullMarked
package nl.beleidsradar.search.match;

import org.jspecify.annotations.NullMarked;
