package nl.beleidsradar.search.theme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks enrich-service about a theme file. Every answer has a limit in time and in size. */
@Component
public final class EnrichService {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration CHECK = Duration.ofSeconds(7);

    /** It reads the archive, for at most 60 s. */
    private static final Duration PREVIEW = Duration.ofSeconds(70);

    private static final long MOST_BYTES = 16L << 20;

    /** What is wrong with the caller's request, and not with ours. */
    private static final List<Integer> REFUSALS = List.of(400, 413, 415, 422, 429);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final URI enrich;
    private final Duration checkLimit;
    private final Duration previewLimit;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Autowired
    EnrichService(@Value("${beleidsradar.enrich-url:http://127.0.0.1:8082}") URI enrich) {
        this(enrich, CHECK, PREVIEW);
    }

    EnrichService(URI enrich, Duration checkLimit, Duration previewLimit) {
        this.enrich = enrich;
        this.checkLimit = checkLimit;
        this.previewLimit = previewLimit;
    }

    /** Whether a theme file is right, its own examples included. */
    EnrichAnswer<CheckedTheme> check(Submission file) {
        return post("/api/themes/check", file, checkLimit, CheckedTheme.class);
    }

    /** What a theme file would change in the archive; takes up to a minute. */
    public EnrichAnswer<Preview> preview(Submission file) {
        return post("/api/themes/preview", file, previewLimit, Preview.class);
    }

    private record Problem(@Nullable String detail, @Nullable List<String> problems) {}

    private <T> EnrichAnswer<T> post(String path, Submission file, Duration limit, Class<T> shape) {
        HttpRequest request =
                HttpRequest.newBuilder(enrich.resolve(path))
                        .header("Content-Type", file.contentType())
                        .header("Accept", "application/json, application/problem+json")
                        .timeout(limit)
                        .POST(BodyPublishers.ofByteArray(file.content()))
                        .build();
        // The request's own limit ends with the headers; a body that drips is limited here.
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer(path, asked.get(limit.toMillis(), TimeUnit.MILLISECONDS), shape);
        } catch (TimeoutException e) {
            return away(path, "no answer within " + limit);
        } catch (ExecutionException e) {
            return away(path, cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away(path, "interrupted");
        } finally {
            asked.cancel(true);
        }
    }

    private static String cause(ExecutionException e) {
        return e.getCause() instanceof IOException io
                ? io.getClass().getSimpleName()
                : String.valueOf(e.getCause());
    }

    private static <T> EnrichAnswer<T> answer(
            String path, HttpResponse<byte[]> response, Class<T> shape) {
        int status = response.statusCode();
        if (status == 200) {
            try {
                T value = Objects.requireNonNull(JSON.readValue(response.body(), shape));
                return new EnrichAnswer.Given<>(value, response.body());
            } catch (JacksonException | NullPointerException e) {
                return away(path, "an answer that cannot be read");
            }
        }
        return REFUSALS.contains(status)
                ? refused(status, response.body())
                : away(path, "HTTP status " + status);
    }

    private static <T> EnrichAnswer<T> refused(int status, byte[] body) {
        Problem problem;
        try {
            problem = JSON.readValue(body, Problem.class);
        } catch (JacksonException e) {
            problem = null;
        }
        @Nullable String detail = problem == null ? null : problem.detail();
        @Nullable List<String> problems = problem == null ? null : problem.problems();
        return new EnrichAnswer.Refused<>(
                status,
                detail == null ? "enrich-service refused this, with status " + status : detail,
                problems == null ? List.of() : problems.stream().filter(Objects::nonNull).toList());
    }

    private static <T> EnrichAnswer<T> away(String path, String why) {
        LOG.warn("enrich-service {}: {}", path, why);
        return new EnrichAnswer.Away<>("enrich-service, which checks themes, gives " + why);
    }
}
