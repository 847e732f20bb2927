package nl.beleidsradar.search.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription would have told lately.
 *
 * @param from first day that is looked at, Europe/Amsterdam
 * @param to last day, inclusive
 * @param hits documents found in that time
 * @param messagesPerWeek how many of them would have been told, on average: copies are one
 * @param weeks documents found a week, the earliest first; the last one ends today
 * @param found some of the newest
 */
public record FollowPreview(
        LocalDate from,
        LocalDate to,
        long hits,
        double messagesPerWeek,
        List<Week> weeks,
        List<Found> found) {

    /** Weeks that are looked at: 90 days and today. */
    public static final int WEEKS = 13;

    public FollowPreview {
        weeks = List.copyOf(weeks);
        found = List.copyOf(found);
    }

    /** Seven days. */
    public record Week(LocalDate from, long count) {}

    /**
     * A document, and one place that it was found for.
     *
     * @param date day of publication, else the day it came
     * @param html the passage, safe; null where the document as a whole is meant
     */
    public record Found(
            String id,
            String title,
            LocalDate date,
            @Nullable String html,
            @Nullable Integer page) {}
}
