package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks without any manners, so that a kind can be tested alone. */
final class DirectFetcher implements Fetcher {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private final Duration patience;

    DirectFetcher(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Fetched get(URI address, Map<String, String> headers) throws FetchFailed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return switch (response.statusCode()) {
                case 200 ->
                        new Fetched.Body(
                                response.body(),
                                response.uri(),
                                response.headers().firstValue("Content-Type").orElse(null),
                                null,
                                null);
                case 304 -> new Fetched.NotModified();
                case 404, 410 -> new Fetched.Absent(response.statusCode());
                case 429, 503 -> throw new FetchFailed(FetchFailed.Fault.BUSY, "busy");
                default ->
                        throw new FetchFailed(
                                response.statusCode() >= 500
                                        ? FetchFailed.Fault.UNREACHABLE
                                        : FetchFailed.Fault.REFUSED,
                                "answered with " + response.statusCode());
            };
        } catch (TimeoutException e) {
            throw new FetchFailed(FetchFailed.Fault.SLOW, "took too long");
        } catch (ExecutionException e) {
            boolean slow = e.getCause() instanceof HttpTimeoutException;
            throw new FetchFailed(
                    slow ? FetchFailed.Fault.SLOW : FetchFailed.Fault.BROKEN, "broken off");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
