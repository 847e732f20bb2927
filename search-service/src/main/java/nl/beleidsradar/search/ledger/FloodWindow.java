package nl.beleidsradar.search.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many immediate alerts a mail recipient got in a stretch of time.
 *
 * @param start of the stretch
 */
record FloodWindow(Instant start, int alerts) {

    /** With one alert more; the former window is over where the time is in another. */
    static FloodWindow next(@Nullable FloodWindow former, Instant now, Duration length) {
        long millis = length.toMillis();
        Instant start = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis);
        return former != null && former.start().equals(start)
                ? new FloodWindow(start, former.alerts() + 1)
                : new FloodWindow(start, 1);
    }

    static FloodWindow parse(String written) {
        String[] parts = written.split(" ", 2);
        return new FloodWindow(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return start + " " + alerts;
    }
}
