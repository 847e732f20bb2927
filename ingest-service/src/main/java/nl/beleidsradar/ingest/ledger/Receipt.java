package nl.beleidsradar.ingest.ledger;

import java.time.Instant;

/**
 * Bytes that a source handed over.
 *
 * @param contentHash {@code sha256-<64 hex>}; empty where they could not be read
 * @param backFill whether the source already held them when it was first followed
 */
public record Receipt(
        String contentHash, long size, Facts facts, Instant retrieved, boolean backFill) {}
