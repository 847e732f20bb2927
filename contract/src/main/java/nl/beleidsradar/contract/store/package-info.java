/**
 * Reading side of the document store, which holds every original and every extracted text under the
 * hash of its bytes. All services read it; only the ingest service writes.
 */
@NullMarked
package nl.beleidsradar.contract.store;

import org.jspecify.annotations.NullMarked;
