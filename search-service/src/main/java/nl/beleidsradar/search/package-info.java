/**
 * Makes the enriched documents searchable and serves them: {@code SearchStream} takes events off
 * Kafka, {@code index} writes them to Elasticsearch, {@code query} reads it, {@code web} answers.
 */
@NullMarked
package nl.beleidsradar.search;

import org.jspecify.annotations.NullMarked;
