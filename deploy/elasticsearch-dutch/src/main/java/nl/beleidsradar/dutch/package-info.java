/**
 * Dutch text analysis for Elasticsearch, as a stable plugin without any dependency but Lucene. The
 * same classes can be used outside a server, so that a stored query and an index agree on what a
 * word is.
 */
@NullMarked
package nl.beleidsradar.dutch;

import org.jspecify.annotations.NullMarked;
