/**
 * Writing side of the document store, in a folder or in a bucket: each blob lies under the hash of
 * its bytes, and is either whole and kept or not there.
 */
@NullMarked
package nl.beleidsradar.ingest.store;

import org.jspecify.annotations.NullMarked;
