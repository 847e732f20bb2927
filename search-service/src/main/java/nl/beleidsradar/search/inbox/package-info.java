/**
 * The list of what people were told: {@code AlertIndex} writes each alert and what became of it to
 * Elasticsearch, {@code AlertSearch} reads it for pages, API and feeds. A view of the log: it may
 * be deleted and filled again.
 */
@NullMarked
package nl.beleidsradar.search.inbox;

import org.jspecify.annotations.NullMarked;
