package nl.beleidsradar.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Questions to the local processes; whatever goes wrong is no answer. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Http() {}

    static boolean ok(String url, Duration limit) {
        return get(url, limit).isPresent();
    }

    /** The body of a 200. */
    static Optional<String> get(String url, Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(limit).build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
