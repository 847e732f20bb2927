package nl.beleidsradar.ingest.fetch.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.util.Timeout;

/**
 * One request, one answer, one connection: nothing is repeated, followed, unpacked or kept by
 * itself. The host is asked to hang up after its answer, so that bytes beyond the announced length
 * are seen instead of left on the line, where every HTTP client ignores them.
 */
final class WebConnection implements AutoCloseable {

    private static final int CONNECTIONS = 256;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService bell =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    WebConnection(TransferLimits limits, boolean allowPrivateAddresses) {
        Timeout silence = Timeout.of(limits.silence());
        this.client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(new PublicAddresses(allowPrivateAddresses))
                                        .setConnectionFactory(
                                                ManagedHttpClientConnectionFactory.builder()
                                                        .incomingContentLengthStrategy(
                                                                WebConnection::untilHangUp)
                                                        .build())
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(
                                                                Timeout.of(limits.connect()))
                                                        .setSocketTimeout(silence)
                                                        .build())
                                        .setMaxConnTotal(CONNECTIONS)
                                        .setMaxConnPerRoute(CONNECTIONS)
                                        .build())
                        .setDefaultRequestConfig(
                                RequestConfig.custom().setResponseTimeout(silence).build())
                        .setUserAgent(limits.userAgent())
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .build();
    }

    /** What is done with an answer while its connection is open. */
    interface Use<T> {
        T of(ClassicHttpResponse response) throws IOException;
    }

    <T> T get(URI address, Map<String, String> headers, Duration within, Use<T> use)
            throws IOException {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        request.setHeader("Connection", "close");
        request.setHeader("Accept-Encoding", "identity");
        // Headers that come a byte at a time are stopped here; a body looks at its own clock too.
        Future<?> deadline =
                bell.schedule(request::cancel, within.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response =
                client.executeOpen(RoutingSupport.determineHost(request), request, null)) {
            return use.of(response);
        } catch (HttpException e) {
            throw new IOException("not HTTP: " + e.getMessage(), e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static long untilHangUp(HttpMessage message) throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(message);
        return length >= 0 ? ContentLengthStrategy.UNDEFINED : length;
    }

    @Override
    public void close() throws IOException {
        bell.shutdownNow();
        client.close();
    }
}
