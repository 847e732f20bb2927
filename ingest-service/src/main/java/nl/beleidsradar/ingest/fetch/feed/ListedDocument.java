package nl.beleidsradar.ingest.fetch.feed;

import java.time.Instant;
import java.util.List;
import nl.beleidsradar.ingest.ledger.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A document as a source lists it.
 *
 * @param local second part of its id
 * @param key the source's own name for it, where that differs (a removal may know only this)
 * @param facts what the list says about it
 * @param files its renditions in order of preference: the first that can be had is taken; none
 *     means that the source has no file of it (yet), which is no fault
 * @param revision changes when the source says that the document has changed: one with the revision
 *     that is held is not fetched again; null fetches each time it is listed
 * @param modified when the source changed it
 * @param unusableAddress whether the list gives it a file address that is none
 */
public record ListedDocument(
        String local,
        @Nullable String key,
        Facts facts,
        List<ListedFile> files,
        @Nullable String revision,
        @Nullable Instant modified,
        boolean unusableAddress) {

    public ListedDocument {
        files = List.copyOf(files);
    }

    /** Whether it was listed so before this revision of it. */
    public boolean isBefore(@Nullable String revision) {
        return FeedValues.isBefore(modified, revision);
    }

    public ListedDocument(
            String local,
            @Nullable String key,
            Facts facts,
            List<ListedFile> files,
            @Nullable String revision,
            @Nullable Instant modified) {
        this(local, key, facts, files, revision, modified, false);
    }
}
