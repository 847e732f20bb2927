package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a source handed over.
 *
 * @param contentHash {@code sha256-<64 hex>}; empty where they could not be read
 * @param backFill whether the source already held them when it was first followed
 * @param parent id of the document they were attached to or packed in; null for a document that a
 *     source listed
 */
public record Receipt(
        String contentHash,
        long size,
        Facts facts,
        Instant retrieved,
        boolean backFill,
        @Nullable String parent) {

    /** Bytes of a document that a source listed. */
    public Receipt(
            String contentHash, long size, Facts facts, Instant retrieved, boolean backFill) {
        this(contentHash, size, facts, retrieved, backFill, null);
    }
}
