/**
 * Writes the archive: {@code DocumentIndex} is the only class that changes documents in
 * Elasticsearch, {@code IndexGeneration} sees to it that there is an index to write to. An older
 * event never overwrites a newer one, and what Elasticsearch accepted is checked item by item.
 */
@NullMarked
package nl.beleidsradar.search.index;

import org.jspecify.annotations.NullMarked;
