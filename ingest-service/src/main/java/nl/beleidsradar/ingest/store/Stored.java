package nl.beleidsradar.ingest.store;

/**
 * Bytes as the store saw them.
 *
 * @param contentHash {@code sha256-<64 hex>} of all of them
 * @param kept false where they exceed the limit
 */
public record Stored(String contentHash, long size, boolean kept) {}
