package nl.beleidsradar.search.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the last probes said.
 *
 * @param sent when the last probe was uploaded, or tried to be; null before the first
 * @param told when a probe was last told of
 * @param latency from upload to telling, of the last that was told
 * @param message why the last one is missing
 */
public record CanaryReport(
        State state,
        @Nullable Instant sent,
        @Nullable Instant told,
        @Nullable Duration latency,
        @Nullable String message) {

    static final CanaryReport OFF = new CanaryReport(State.OFF, null, null, null, null);
    static final CanaryReport STARTING = new CanaryReport(State.STARTING, null, null, null, null);

    /** Whether alerting works, as far as the probes tell. */
    public enum State {
        OFF,
        STARTING,
        OK,
        MISSING;

        /** As in the message files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CanaryReport told(Instant upload, Instant at) {
        return new CanaryReport(State.OK, upload, at, Duration.between(upload, at), null);
    }

    CanaryReport missing(Instant upload, String why) {
        return new CanaryReport(State.MISSING, upload, told, latency, why);
    }
}
