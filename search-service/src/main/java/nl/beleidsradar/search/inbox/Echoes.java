package nl.beleidsradar.search.inbox;

import java.util.List;

/**
 * Documents that said again what an alert had told.
 *
 * @param total all of them
 * @param newest at most {@link #SHOWN}
 */
public record Echoes(long total, List<Alert> newest) {

    public static final int SHOWN = 20;

    public Echoes {
        newest = List.copyOf(newest);
    }
}
