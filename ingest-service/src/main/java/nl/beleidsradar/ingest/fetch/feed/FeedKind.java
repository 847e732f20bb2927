package nl.beleidsradar.ingest.fetch.feed;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of remote source: reads a page of what it lists. Without state: all it needs to go on is
 * in the cursor, which is remembered only once the page's documents are accounted for.
 */
public interface FeedKind {

    /** The word for it in {@code sources.yaml}. */
    String name();

    /**
     * Reads the next page.
     *
     * @param cursor as given by the page before; null asks for the beginning of all the source has.
     *     It may have been tampered with: host and path are to be checked before it is followed
     * @throws FetchFailed if there is no page that can be relied on; the same cursor is asked again
     */
    FeedPage read(FeedSource source, @Nullable String cursor, Fetcher fetcher) throws FetchFailed;

    /**
     * Whether what is listed later also happened later. Where not, revisions are moments, and one
     * older than that known of a document says nothing any more.
     */
    default boolean tellsInOrder() {
        return true;
    }

    /**
     * A cursor behind which only what changed lately is listed, so that new documents need not wait
     * for all the old ones when a source is first followed.
     *
     * @param now when the source is first followed
     * @return empty where the protocol cannot tell; the source is then read from its beginning
     */
    default Optional<String> startOfNew(FeedSource source, Instant now) {
        return Optional.empty();
    }
}
