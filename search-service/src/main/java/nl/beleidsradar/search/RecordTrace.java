package nl.beleidsradar.search;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A batch has many traces: each record goes on with its own. */
final class RecordTrace {

    private final Tracer tracer;
    private final Propagator propagator;
    private final String span;

    /**
     * @param span name of the step in the trace
     */
    RecordTrace(Tracer tracer, Propagator propagator, String span) {
        this.tracer = tracer;
        this.propagator = propagator;
        this.span = span;
    }

    /**
     * @param received the record's headers
     * @param step takes the headers that records made of this one are to have
     */
    void run(Map<?, ?> received, Consumer<Map<String, String>> step) {
        Span current = propagator.extract(received, RecordTrace::header).name(span).start();
        try (Tracer.SpanInScope _ = tracer.withSpan(current)) {
            Map<String, String> onward = new HashMap<>();
            propagator.inject(current.context(), onward, RecordTrace::put);
            step.accept(onward);
        } finally {
            current.end();
        }
    }

    private static void put(@Nullable Map<String, String> headers, String name, String value) {
        if (headers != null) {
            headers.put(name, value);
        }
    }

    private static @Nullable String header(Map<?, ?> headers, String name) {
        Object value = headers.get(name);
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value == null ? null : value.toString();
    }
}
