package nl.beleidsradar.search;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.index.IndexWrite;
import nl.beleidsradar.service.StepMetrics;
import org.jspecify.annotations.Nullable;
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
    private final Tracer tracer;
    private final Propagator propagator;

    IndexReport(StepMetrics metrics, Tracer tracer, Propagator propagator) {
        this.metrics = metrics;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    void tell(IndexWrite write, IndexOutcome outcome, Map<?, ?> headers, Duration took) {
        String source = source(write.id());
        inTrace(
                headers,
                () -> {
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
        inTrace(
                headers,
                () -> {
                    metrics.failed(STEP, source(key), "unreadable", took);
                    LOG.warn("not indexed {}: unreadable", key);
                });
    }

    /** A batch has many traces: each record goes on with its own. */
    private void inTrace(Map<?, ?> headers, Runnable telling) {
        Span span = propagator.extract(headers, IndexReport::header).name("index document").start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            telling.run();
        } finally {
            span.end();
        }
    }

    private static @Nullable String header(Map<?, ?> headers, String name) {
        Object value = headers.get(name);
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value == null ? null : value.toString();
    }

    private static String source(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? "unknown" : id.substring(0, colon);
    }
}
