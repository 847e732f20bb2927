/**
 * Where documents come from: watched folders and uploads. A source puts the original bytes in the
 * store, enters the document in the ledger as received, and is done with it.
 */
@NullMarked
package nl.beleidsradar.ingest.fetch;

import org.jspecify.annotations.NullMarked;
