package nl.beleidsradar.search.ingest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What ingest-service says of its sources and failures; empty where it cannot be reached. */
@Component
public final class IngestReports {

    private static final Logger LOG = LoggerFactory.getLogger(IngestReports.class);

    /** A page waits for this; it says so when the answer does not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** What is tried again is acknowledged by the broker first. */
    private static final Duration RETRY = Duration.ofSeconds(20);

    private static final long MOST_BYTES = 16L << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final URI ingest;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    IngestReports(@Value("${beleidsradar.ingest-url:http://127.0.0.1:8081}") URI ingest) {
        this.ingest = ingest;
    }

    /**
     * A source and how complete it is held, as {@code GET /api/sources} gives it.
     *
     * @param source first part of its documents' ids; several feeds may share it
     */
    public record Source(
            String id,
            @Nullable String source,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Instant lastPoll,
            @Nullable String cursor,
            long listed,
            long held,
            long failed,
            long refused,
            long missingCount,
            @Nullable List<String> missing,
            @Nullable String message) {

        /** What its documents and failures are asked for by. */
        public String origin() {
            return source == null ? id : source;
        }
    }

    public record Sources(List<Source> items) {}

    /** A document that was not taken in, as {@code GET /api/failures} gives it. */
    public record Failure(
            String documentId,
            @Nullable String title,
            @Nullable String source,
            @Nullable String stage,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant at,
            int attempts) {}

    public record Failures(List<Failure> items, @Nullable String next) {}

    public Optional<Sources> sources() {
        return get("/api/sources", Sources.class);
    }

    /**
     * @param query parameters reason, source, stage and after, percent-encoded, with {@code ?}; or
     *     empty
     */
    public Optional<Failures> failures(String query) {
        return get("/api/failures" + query, Failures.class);
    }

    /** What became of a wish to try again. */
    public sealed interface Retry {

        /** So many are being tried again; 0 where nothing has failed any more. */
        record Begun(long count) implements Retry {}

        /** Nothing has changed, or the rest stays on the list. */
        record Refused() implements Retry {}

        /** No answer came: it may have begun, and be going on. */
        record Unanswered() implements Retry {}
    }

    private record Retried(long retried) {}

    /** Tries one document again, at whatever stages it failed. */
    public Retry retry(String documentId) {
        return post(
                "/api/failures/"
                        + UriUtils.encodePathSegment(documentId, StandardCharsets.UTF_8)
                        + "/retry");
    }

    /**
     * Tries all again that match.
     *
     * @param query parameters reason, source and stage, percent-encoded, with {@code ?}; or empty
     */
    public Retry retryAll(String query) {
        return post("/api/failures/retry" + query);
    }

    private Retry post(String address) {
        var asked =
                HttpRequest.newBuilder(ingest.resolve(address))
                        .timeout(RETRY)
                        .POST(HttpRequest.BodyPublishers.noBody());
        try {
            HttpResponse<byte[]> response = send(asked);
            return switch (response.statusCode()) {
                case 200, 202 ->
                        new Retry.Begun(JSON.readValue(response.body(), Retried.class).retried());
                // Somebody else tried it, or a newer version came.
                case 404 -> new Retry.Begun(0);
                default -> {
                    LOG.warn("ingest-service answered {} to a retry", response.statusCode());
                    yield new Retry.Refused();
                }
            };
        } catch (ConnectException | HttpConnectTimeoutException e) {
            LOG.warn("ingest-service is not there for a retry: {}", e.toString());
            return new Retry.Refused();
        } catch (IOException | JacksonException e) {
            LOG.warn("ingest-service gave no answer to a retry: {}", e.toString());
            return new Retry.Unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Retry.Unanswered();
        }
    }

    private <T> Optional<T> get(String address, Class<T> shape) {
        try {
            HttpResponse<byte[]> response =
                    send(HttpRequest.newBuilder(ingest.resolve(address)).timeout(PATIENCE));
            if (response.statusCode() == 200) {
                return Optional.of(JSON.readValue(response.body(), shape));
            }
            LOG.warn(
                    "ingest-service answered {} to {}",
                    response.statusCode(),
                    shape.getSimpleName());
        } catch (IOException | JacksonException e) {
            LOG.warn("ingest-service gave no {}: {}", shape.getSimpleName(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder asked)
            throws IOException, InterruptedException {
        return http.send(
                asked.header("Accept", "application/json").build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    }
}
