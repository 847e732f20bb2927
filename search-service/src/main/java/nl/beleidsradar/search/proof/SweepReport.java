package nl.beleidsradar.search.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found: nothing, if alerting works.
 *
 * @param from first moment of the period whose documents were matched again
 * @param to end of the period
 * @param documents events of documents that were matched again
 * @param compared mentions that the ledger was asked for
 * @param differences mentions that the ledger should have known and did not
 * @param examples of them, at most {@value #MOST}
 * @param at when it ended
 * @param message why it could not be completed; null where it was
 */
public record SweepReport(
        Instant from,
        Instant to,
        long documents,
        long compared,
        long differences,
        List<Difference> examples,
        Instant at,
        @Nullable String message) {

    static final int MOST = 100;

    /** A document that a subscription should have been told of; it is told of after all. */
    public record Difference(String subscription, String document, String subject) {}

    public boolean clean() {
        return differences == 0 && message == null;
    }
}
