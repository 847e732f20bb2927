package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listed document whose file could not be had yet.
 *
 * @param feed that listed it so
 * @param revision it had there
 * @param attempts made so far
 * @param since first attempt
 * @param next when it is tried again; null where only staff can have it tried
 * @param detail of the last attempt
 */
public record Wanted(
        String feed,
        @Nullable String revision,
        Facts facts,
        List<WantedFile> files,
        boolean backFill,
        int attempts,
        Instant since,
        @Nullable Instant next,
        String detail) {

    /** The same as if it were asked for the first time, at once. */
    Wanted at(Instant now) {
        return new Wanted(feed, revision, facts, files, backFill, attempts, now, now, detail);
    }

    /** After one more attempt that came to nothing. */
    public Wanted failed(@Nullable Instant next, String why) {
        return new Wanted(feed, revision, facts, files, backFill, attempts + 1, since, next, why);
    }

    /** Whether it is tried again by itself. */
    public boolean isPending() {
        return next != null;
    }

    /** Whether it asks for the same, however often and with what success. */
    public boolean isFor(Wanted other) {
        return feed.equals(other.feed)
                && Objects.equals(revision, other.revision)
                && files.equals(other.files);
    }
}
