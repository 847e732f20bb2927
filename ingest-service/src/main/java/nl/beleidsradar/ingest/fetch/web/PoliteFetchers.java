package nl.beleidsradar.ingest.fetch.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.Fetched;
import nl.beleidsradar.ingest.fetch.feed.Fetcher;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The way out of this service. Each host has one gate, however many sources use it, at the pace of
 * the most careful of them; each source has its breaker.
 */
public final class PoliteFetchers implements AutoCloseable {

    private final TransferLimits limits;
    private final Clock clock;
    private final WebConnection web;
    private final Map<String, HostGate> gates = new HashMap<>();
    private final Map<String, CircuitBreaker> breakers = new HashMap<>();

    public PoliteFetchers(
            List<FeedSource> sources,
            TransferLimits limits,
            boolean allowPrivateAddresses,
            Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.web = new WebConnection(limits, allowPrivateAddresses);
        Map<String, Double> rates = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (FeedSource source : sources) {
            breakers.put(source.id(), breaker(source.id()));
            for (String host : source.hosts()) {
                rates.merge(host, source.rate(), Math::min);
                places.merge(host, source.concurrency(), Math::min);
            }
        }
        rates.forEach((host, rate) ->
                gates.put(
                        host,
                        new HostGate(
                                host,
                                rate,
                                places.getOrDefault(host, 1),
                                clock,
                                limits.longestRetryAfter())));
    }

    /** Gets list pages of a source. */
    public Fetcher of(FeedSource source) {
        return (address, headers) ->
                ask(
                        source,
                        address,
                        headers,
                        limits.page(),
                        (response, from) -> page(source, response, from));
    }

    /**
     * Gets a file of a source.
     *
     * @param limit its largest size, bytes
     * @throws FetchFailed also where the host says it is not there
     */
    public <T> Downloaded<T> download(
            FeedSource source, ListedFile file, long limit, Receiver<T> receiver)
            throws FetchFailed {
        return ask(
                source,
                file.address(),
                file.headers(),
                limits.file(),
                (response, from) -> {
                    if (response.getCode() != 200) {
                        throw failed(
                                new FetchFailed(Fault.ABSENT, "answered " + response.getCode()));
                    }
                    String type = header(response, "Content-Type");
                    refuseErrorPage(source, file.address(), from, type);
                    try (var in =
                            new DigestInputStream(body(response, limit, limits.file()), sha1())) {
                        T value = receiver.take(in);
                        String sum = HexFormat.of().formatHex(in.getMessageDigest().digest());
                        if (file.sha1() != null && !file.sha1().equals(sum)) {
                            throw failed(FetchFailed.broken("other bytes than the source lists"));
                        }
                        return new Downloaded<>(value, from, type);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        web.close();
    }

    private interface Reading<T> {
        T of(ClassicHttpResponse response, URI from) throws IOException;
    }

    private <T> T ask(
            FeedSource source,
            URI address,
            Map<String, String> headers,
            Duration within,
            Reading<T> reading)
            throws FetchFailed {
        CircuitBreaker breaker = breakers.get(source.id());
        if (breaker == null || !breaker.tryAcquirePermission()) {
            throw new FetchFailed(Fault.BUSY, "left alone after many faults", limits.breakFor());
        }
        long start = System.nanoTime();
        try {
            T got = follow(source, address, headers, within, reading);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return got;
        } catch (FetchFailed e) {
            settle(breaker, e, start);
            throw e;
        } catch (RuntimeException | Error e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private static void settle(CircuitBreaker breaker, FetchFailed e, long start) {
        switch (e.fault()) {
            case UNREACHABLE, SLOW ->
                    breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            case BROKEN, REFUSED, ABSENT, TOO_LARGE, FORBIDDEN ->
                    breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            case BUSY -> breaker.releasePermission();
        }
    }

    private <T> T follow(
            FeedSource source,
            URI address,
            Map<String, String> headers,
            Duration within,
            Reading<T> reading)
            throws FetchFailed {
        URI at = address;
        long end = System.nanoTime() + within.toNanos();
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Object answer =
                    once(source, at, headers, Duration.ofNanos(end - System.nanoTime()), reading);
            if (!(answer instanceof Redirect redirect)) {
                @SuppressWarnings("unchecked")
                T got = (T) answer;
                return got;
            }
            at = redirect.to();
        }
        throw new FetchFailed(Fault.BROKEN, "more than " + limits.redirects() + " redirects");
    }

    private record Redirect(URI to) {}

    private Object once(
            FeedSource source,
            URI at,
            Map<String, String> headers,
            Duration within,
            Reading<?> reading)
            throws FetchFailed {
        HostGate gate = gates.get(authority(at));
        if (gate == null || !source.allows(at)) {
            throw new FetchFailed(
                    Fault.FORBIDDEN, "not a host of " + source.id() + ": " + at.getHost());
        }
        if (!within.isPositive()) {
            throw new FetchFailed(Fault.SLOW, "not whole in time");
        }
        try {
            gate.enter();
            try {
                return web.get(
                        at, headers, within, response -> answer(gate, response, at, reading));
            } finally {
                gate.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFailed(Fault.BUSY, "the service stops");
        } catch (Carried e) {
            throw e.failed;
        } catch (AnnouncedBody.Broken e) {
            throw e.failed();
        } catch (PublicAddresses.PrivateAddress e) {
            throw new FetchFailed(Fault.FORBIDDEN, String.valueOf(e.getMessage()));
        } catch (SocketTimeoutException e) {
            throw new FetchFailed(Fault.SLOW, at.getHost() + " does not answer in time");
        } catch (IOException e) {
            throw new FetchFailed(
                    Fault.UNREACHABLE, at.getHost() + ": " + e.getClass().getSimpleName());
        }
    }

    private Object answer(HostGate gate, ClassicHttpResponse response, URI at, Reading<?> reading)
            throws IOException {
        int status = response.getCode();
        switch (status) {
            case 200, 304, 404, 410 -> {
                return reading.of(response, at);
            }
            case 301, 302, 303, 307, 308 -> {
                return new Redirect(location(response, at));
            }
            default -> {
                Duration wait =
                        RetryAfter.read(
                                header(response, "Retry-After"),
                                clock.instant(),
                                limits.longestRetryAfter());
                boolean busy = status == 429 || (status == 503 && wait != null);
                if (busy) {
                    gate.close(wait == null ? limits.breakFor() : wait);
                }
                throw failed(
                        new FetchFailed(
                                busy
                                        ? Fault.BUSY
                                        : status >= 500 ? Fault.UNREACHABLE : Fault.REFUSED,
                                "answered " + status,
                                wait));
            }
        }
    }

    private Fetched page(FeedSource source, ClassicHttpResponse response, URI from)
            throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new Fetched.NotModified();
        }
        if (status != 200) {
            return new Fetched.Absent(status);
        }
        try (InputStream in = body(response, source.pageLimit(), limits.page())) {
            return new Fetched.Body(
                    in.readAllBytes(),
                    from,
                    header(response, "Content-Type"),
                    header(response, "ETag"),
                    header(response, "Last-Modified"));
        }
    }

    private InputStream body(ClassicHttpResponse response, long limit, Duration within)
            throws IOException {
        String packed = header(response, "Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw failed(FetchFailed.broken("packed as " + packed + ", which was not asked"));
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        String written = header(response, "Content-Length");
        long announced =
                written != null && written.matches("\\d{1,18}") ? Long.parseLong(written) : -1;
        if (announced > limit) {
            throw failed(new FetchFailed(Fault.TOO_LARGE, announced + " bytes, at most " + limit));
        }
        return new AnnouncedBody(entity.getContent(), announced, limit, limits, within);
    }

    /** Some hosts send a page that says "not here" where they should say 404. */
    private static void refuseErrorPage(
            FeedSource source, URI asked, URI from, @Nullable String type) throws Carried {
        String is = type == null ? "" : type.toLowerCase(Locale.ROOT);
        String path = String.valueOf(asked.getPath()).toLowerCase(Locale.ROOT);
        boolean html = is.startsWith("text/html") || is.startsWith("application/xhtml");
        boolean elsewhere = !from.equals(asked);
        boolean named =
                String.valueOf(from.getPath())
                        .matches(
                                source.setting("errorPage", "(?i).*(fout-?404|notfound|/error).*"));
        if (elsewhere && (named || (html && !path.matches(".*(\\.x?html?|/html(/.*)?)$")))) {
            throw failed(new FetchFailed(Fault.ABSENT, "redirected to a page, not to the file"));
        }
        if (is.startsWith("application/json")) {
            throw failed(new FetchFailed(Fault.BROKEN, "JSON where a document should be"));
        }
    }

    private static URI location(ClassicHttpResponse response, URI at) throws Carried {
        String to = header(response, "Location");
        try {
            if (to != null) {
                return at.resolve(to);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw failed(FetchFailed.broken("a redirect to nowhere"));
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static String authority(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual =
                port == -1 || port == ("http".equalsIgnoreCase(address.getScheme()) ? 80 : 443);
        return usual ? host : host + ":" + port;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private CircuitBreaker breaker(String id) {
        return CircuitBreaker.of(
                id,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(limits.breakAfter())
                        .minimumNumberOfCalls(limits.breakAfter())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(limits.breakFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .currentTimestampFunction(c -> clock.millis(), TimeUnit.MILLISECONDS)
                        .clock(clock)
                        .build());
    }

    private static Carried failed(FetchFailed e) {
        return new Carried(e);
    }

    /** A fault on its way out of code that may throw IOException only. */
    private static final class Carried extends IOException {

        private static final long serialVersionUID = 1;
        private final FetchFailed failed;

        Carried(FetchFailed failed) {
            super(failed.getMessage());
            this.failed = failed;
        }
    }
}
