/**
 * Reads the archive: {@code SearchQuery} is what a reader asks, {@code DocumentSearch}, the only
 * class that reads Elasticsearch, answers it. Query texts are parsed here, so that a malformed one
 * is read as words and never fails.
 */
@NullMarked
package nl.beleidsradar.search.query;

import org.jspecify.annotations.NullMarked;
