package nl.beleidsradar.ingest.fetch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of what is old goes, where a source is read so apart from what is new: without it
 * a source that only brings what is new would seem to be in order.
 *
 * @param unfinished whether its end was not reached yet
 * @param failures in a row
 */
record BackFill(boolean unfinished, int failures, @Nullable String trouble) {

    private static final BackFill NONE = new BackFill(false, 0, null);

    static BackFill of(FeedSource source, FeedLedger feeds, FeedFollower follower) {
        String track = FeedFollower.backFill(source);
        FeedState state = follower.state(track);
        return feeds.position(track)
                .filter(position -> !position.caughtUp())
                .map(position -> new BackFill(true, state.failures(), state.trouble()))
                .orElse(NONE);
    }

    /** In words, for staff, behind what there is to say of the reading of what is new. */
    @Nullable String message(@Nullable String ofNew) {
        String own =
                !unfinished
                        ? null
                        : "back-fill: unfinished" + (trouble == null ? "" : ", " + trouble);
        String all =
                Stream.of(ofNew, own).flatMap(Stream::ofNullable).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
