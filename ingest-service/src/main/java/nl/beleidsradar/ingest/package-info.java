/**
 * Takes documents in: fetch, extract, publish, remember. {@code Harvest} is that sentence as code,
 * {@code IngestStream} the edge to the event log; the sub-packages are its steps.
 */
@NullMarked
package nl.beleidsradar.ingest;

import org.jspecify.annotations.NullMarked;
