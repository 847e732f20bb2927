package nl.beleidsradar.search.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.beleidsradar.contract.Events;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Uploads a probe document to ingest-service, as any other program would. */
@Component
class ProbeUpload {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOUNDARY = "beleidsradar-probe";

    private final URI ingest;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    ProbeUpload(@Value("${beleidsradar.ingest-url:http://127.0.0.1:8081}") URI ingest) {
        this.ingest = ingest;
    }

    /**
     * @param local id at the source {@link Canary#SOURCE}
     * @return why it was not accepted, if it was not
     */
    Optional<String> send(String local, String title, String text) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ingest.resolve("/api/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .timeout(PATIENCE)
                        .POST(
                                BodyPublishers.ofString(
                                        body(local, title, text), StandardCharsets.UTF_8))
                        .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            return answer.statusCode() == 202
                    ? Optional.empty()
                    : Optional.of("ingest-service answered " + answer.statusCode());
        } catch (IOException e) {
            return Optional.of("ingest-service cannot be reached: " + e);
        }
    }

    private static String body(String local, String title, String text) {
        return """
        --%1$s\r
        Content-Disposition: form-data; name="metadata"\r
        Content-Type: application/json\r
        \r
        {"source":"%2$s","id":"%3$s","title":"%4$s"}\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s.txt"\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        %5$s\r
        --%1$s--\r
        """
                .formatted(BOUNDARY, Events.PROBE_SOURCE, local, title, text);
    }
}
