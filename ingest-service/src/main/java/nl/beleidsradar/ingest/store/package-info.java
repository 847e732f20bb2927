/**
 * Writing side of the document store: each blob lies under the hash of its bytes, and is either
 * whole and on disk or not there.
 */
@NullMarked
package nl.beleidsradar.ingest.store;

import org.jspecify.annotations.NullMarked;
