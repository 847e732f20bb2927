package nl.beleidsradar.search.web;

import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.search.query.FollowPreview;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription would have told in the last 90 days.
 *
 * @param message in English, where there is something to say: nothing was found, or far too much
 * @param tooBroad whether {@code messagesPerWeek} is above {@code mostPerWeek}
 */
record SubscriptionPreview(
        LocalDate from,
        LocalDate to,
        long hits,
        double messagesPerWeek,
        boolean tooBroad,
        int mostPerWeek,
        @Nullable String message,
        List<FollowPreview.Week> weeks,
        List<FollowPreview.Found> passages) {

    static SubscriptionPreview of(FollowPreview p, int mostPerWeek) {
        boolean tooBroad = p.messagesPerWeek() > mostPerWeek;
        return new SubscriptionPreview(
                p.from(),
                p.to(),
                p.hits(),
                p.messagesPerWeek(),
                tooBroad,
                mostPerWeek,
                message(p, tooBroad),
                p.weeks(),
                p.found());
    }

    private static @Nullable String message(FollowPreview p, boolean tooBroad) {
        if (p.hits() == 0) {
            return "nothing was found in the last 90 days";
        }
        return tooBroad
                ? "this would be about " + Math.round(p.messagesPerWeek()) + " messages a week"
                : null;
    }
}
