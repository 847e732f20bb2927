package nl.beleidsradar.contract;

import java.time.Instant;

/**
 * An earlier version of a document: compaction forgets its event, the document store keeps its
 * text.
 *
 * @param contentHash {@code sha256-<64 hex>} of its original bytes
 * @param retrieved when they were fetched
 * @param textRef key of its text in the document store
 */
public record PreviousVersion(String contentHash, Instant retrieved, String textRef) {}
