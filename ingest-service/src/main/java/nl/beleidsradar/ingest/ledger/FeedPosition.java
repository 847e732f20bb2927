package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one remote source has been read; everything before it is accounted for.
 *
 * @param track id of the feed, with {@code /back-fill} for the reading of what is old
 * @param cursor as its kind wrote it; null for the beginning
 * @param since when it was first followed
 * @param caughtUp whether its end has been reached once: what is listed before is back-fill
 * @param changed when this record was written
 */
public record FeedPosition(
        String track, @Nullable String cursor, Instant since, boolean caughtUp, Instant changed) {

    public FeedPosition moved(@Nullable String to, boolean atEnd, Instant now) {
        return new FeedPosition(track, to == null ? cursor : to, since, caughtUp || atEnd, now);
    }

    /** Whether a page that was read leaves it as it is. */
    public boolean same(FeedPosition other) {
        return caughtUp == other.caughtUp
                && (cursor == null ? other.cursor == null : cursor.equals(other.cursor));
    }
}
