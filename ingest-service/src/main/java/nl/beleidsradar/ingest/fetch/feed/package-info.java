/**
 * Reading the lists that remote sources publish: one stateless class for each kind of source, and
 * the polite client they ask through. Nothing here knows the ledger, the store or messaging.
 */
@NullMarked
package nl.beleidsradar.ingest.fetch.feed;

import org.jspecify.annotations.NullMarked;
