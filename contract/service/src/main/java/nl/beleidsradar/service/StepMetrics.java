package nl.beleidsradar.service;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Counts and times every document at every step: {@code beleidsradar.step} is a timer (seconds and
 * count) with the tags step, source, outcome and reason. The values of each tag form a closed list;
 * a document id is never one.
 */
public final class StepMetrics {

    public static final String STEP = "beleidsradar.step";
    private static final String NO_REASON = "none";

    private final MeterRegistry registry;

    public StepMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Records a step that went well. */
    public void done(String step, String source, Duration took) {
        record(step, source, "ok", NO_REASON, took);
    }

    /** Records a step that ended in a failure or refusal of the closed list of reasons. */
    public void failed(String step, String source, String reason, Duration took) {
        record(step, source, "failed", reason, took);
    }

    private void record(String step, String source, String outcome, String reason, Duration took) {
        registry.timer(STEP, "step", step, "source", source, "outcome", outcome, "reason", reason)
                .record(took);
    }
}
