/**
 * What this service remembers: one record per document and per watched path, on a compacted topic,
 * with a view of it in memory. A write counts once the broker has acknowledged it.
 */
@NullMarked
package nl.beleidsradar.ingest.ledger;

import org.jspecify.annotations.NullMarked;
