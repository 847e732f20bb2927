package nl.beleidsradar.search.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some alerts, the newest first.
 *
 * @param total all that the query finds, every page together
 * @param next what to ask with for the following page; null on the last
 */
public record AlertPage(List<Alert> items, long total, @Nullable String next) {

    public AlertPage {
        items = List.copyOf(items);
    }
}
