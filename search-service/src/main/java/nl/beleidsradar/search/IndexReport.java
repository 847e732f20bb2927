package nl.beleidsradar.search;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Map;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.index.IndexWrite;
import nl.beleidsradar.service.StepMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of each document what became of it: one log line and one measurement, within the trace that
 * began when the document was fetched.
 */
@Component
class IndexReport {

    private static final Logger LOG = LoggerFactory.getLogger(IndexReport.class);
    private static final String STEP = "index";

    private final StepMetrics metrics;
    private final RecordTrace trace;

    IndexReport(StepMetrics metrics, Tracer tracer, Propagator propagator) {
        this.metrics = metrics;
        this.trace = new RecordTrace(tracer, propagator, "index document");
    }

    void tell(IndexWrite write, IndexOutcome outcome, Map<?, ?> headers, Duration took) {
        String source = source(write.id());
        trace.run(
                headers,
                _ -> {
                    switch (outcome) {
                        case IndexOutcome.Rejected(String reason, String detail) -> {
                            metrics.failed(STEP, source, reason, took);
                            LOG.warn("not indexed {}: {}: {}", write.id(), reason, detail);
                        }
                        case IndexOutcome.Indexed _ -> {
                            metrics.done(STEP, source, took);
                            LOG.info("indexed {}", write.id());
                        }
                        case IndexOutcome.Superseded _ -> {
                            metrics.done(STEP, source, took);
                            LOG.info("superseded {}: a newer version is there", write.id());
                        }
                        case IndexOutcome.Removed _ -> {
                            metrics.done(STEP, source, took);
                            LOG.info("removed {}", write.id());
                        }
                    }
                });
    }

    void unreadable(String key, Map<?, ?> headers, Duration took) {
        trace.run(
                headers,
                _ -> {
                    metrics.failed(STEP, source(key), "unreadable", took);
                    LOG.warn("not indexed {}: unreadable", key);
                });
    }

    private static String source(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? "unknown" : id.substring(0, colon);
    }
}
