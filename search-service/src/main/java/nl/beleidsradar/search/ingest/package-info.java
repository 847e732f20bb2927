/**
 * What ingest-service says of its sources and failures, for the pages and the mails that tell how
 * complete the archive is.
 */
@NullMarked
package nl.beleidsradar.search.ingest;

import org.jspecify.annotations.NullMarked;
