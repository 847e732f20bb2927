package nl.beleidsradar.search.theme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the archive has followed the themes in force.
 *
 * @param ruleset version that the archive is being brought to, or has
 * @param documents tagged anew so far
 * @param total to tag anew
 * @param failed of those, documents that could not be, which keep their older tags
 * @param at last news; null while there is none
 * @param partitions of the archive, each tagged by itself
 */
public record Retagging(
        State state,
        int ruleset,
        long documents,
        long total,
        long failed,
        @Nullable Instant at,
        List<Partition> partitions) {

    /** Whether the documents carry the tags of the themes in force. */
    public enum State {
        /** They do. */
        IDLE,
        /** A theme changed, and enrich-service has not said that it took it up. */
        WAITING,
        /** Some do, the others are being tagged anew. */
        RUNNING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One partition, as last reported. */
    public record Partition(
            int partition, int ruleset, long documents, long total, long failed, boolean done) {}

    /** Whether the numbers of documents on the pages may still change. */
    public boolean underWay() {
        return state != State.IDLE;
    }
}
