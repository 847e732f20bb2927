package nl.beleidsradar.ingest.ledger;

import java.time.Instant;

/**
 * The inventory's line for one file of a watched folder.
 *
 * @param modified as the file system says, in its own precision
 * @param contentHash of the bytes last taken there
 * @param documentId the document that lives at this path
 */
public record WatchedPath(
        String path, long size, Instant modified, String contentHash, String documentId) {}
