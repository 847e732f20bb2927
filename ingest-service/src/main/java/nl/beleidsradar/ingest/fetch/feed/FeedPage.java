package nl.beleidsradar.ingest.fetch.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a source lists.
 *
 * @param documents in the order in which the source lists them
 * @param removed what the source says is gone
 * @param next cursor to remember once this page is accounted for; null leaves it as it was
 * @param caughtUp whether the source has nothing more for now
 * @param count how many documents the source says it has in all, where it says so
 */
public record FeedPage(
        List<ListedDocument> documents,
        List<Removal> removed,
        @Nullable String next,
        boolean caughtUp,
        @Nullable Long count) {

    /**
     * That a document is gone.
     *
     * @param name its {@link ListedDocument#key} or {@link ListedDocument#local}
     * @param at since when; null where the source lists things in the order in which they happened
     */
    public record Removal(String name, @Nullable Instant at) {

        public Removal(String name) {
            this(name, null);
        }

        /** Whether the document has come back since, in this revision of it. */
        public boolean isBefore(@Nullable String revision) {
            return FeedValues.isBefore(at, revision);
        }
    }

    public FeedPage {
        documents = List.copyOf(documents);
        removed = List.copyOf(removed);
    }

    public FeedPage(
            List<ListedDocument> documents,
            List<Removal> removed,
            @Nullable String next,
            boolean caughtUp) {
        this(documents, removed, next, caughtUp, null);
    }

    /** Nothing new. */
    public static FeedPage nothing(@Nullable String next) {
        return new FeedPage(List.of(), List.of(), next, true);
    }
}
