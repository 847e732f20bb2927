package nl.beleidsradar.ingest.fetch.web;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.Fetcher;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * The way out of this service: through the gate of the host, unless the breaker of the source is
 * open, along redirects to the answer.
 */
public final class PoliteFetchers implements AutoCloseable {

    private final TransferLimits limits;
    private final Clock clock;
    private final WebConnection web;
    private final Answers answers;
    private final HostGates gates;
    private final Map<String, CircuitBreaker> breakers = new HashMap<>();

    public PoliteFetchers(
            List<FeedSource> sources,
            TransferLimits limits,
            boolean allowPrivateAddresses,
            Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.answers = new Answers(limits);
        this.web = new WebConnection(limits, allowPrivateAddresses);
        this.gates = new HostGates(sources, clock, limits.longestRetryAfter());
        sources.forEach(source -> breakers.put(source.id(), breaker(source.id())));
    }

    /** Gets list pages of a source. */
    public Fetcher of(FeedSource source) {
        return (address, headers) ->
                ask(
                        source,
                        address,
                        headers,
                        limits.page(),
                        (response, from) -> answers.page(source, response, from));
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
                (response, from) -> answers.file(source, file, limit, receiver, response, from));
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
            case LATER, BUSY -> breaker.releasePermission();
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
        HostGate gate = gates.of(at);
        if (gate == null || !source.allows(at)) {
            throw new FetchFailed(
                    Fault.FORBIDDEN,
                    at.getHost() == null
                            ? "no address to fetch from: " + at
                            : "not a host of " + source.id() + ": " + at.getHost());
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
            throw stopped();
        } catch (IOException e) {
            // Broken off from here, which says nothing about the host.
            throw Thread.currentThread().isInterrupted() ? stopped() : fault(at, e);
        }
    }

    private static FetchFailed stopped() {
        return new FetchFailed(Fault.BUSY, "broken off by this service");
    }

    private static FetchFailed fault(URI at, IOException why) {
        return switch (why) {
            case CarriedFault e -> e.failed();
            case AnnouncedBody.Broken e -> e.failed();
            case PublicAddresses.PrivateAddress e ->
                    new FetchFailed(Fault.FORBIDDEN, String.valueOf(e.getMessage()));
            case SocketTimeoutException e ->
                    new FetchFailed(Fault.SLOW, at.getHost() + " does not answer in time");
            default ->
                    new FetchFailed(
                            Fault.UNREACHABLE,
                            at.getHost() + ": " + why.getClass().getSimpleName());
        };
    }

    private Object answer(HostGate gate, ClassicHttpResponse response, URI at, Reading<?> reading)
            throws IOException {
        int status = response.getCode();
        switch (status) {
            case 200, 304, 404, 410 -> {
                return reading.of(response, at);
            }
            case 301, 302, 303, 307, 308 -> {
                return new Redirect(Answers.location(response, at));
            }
            default -> {
                Duration wait =
                        RetryAfter.read(
                                Answers.header(response, "Retry-After"),
                                clock.instant(),
                                limits.longestRetryAfter());
                boolean busy = status == 429 || (status == 503 && wait != null);
                if (busy) {
                    gate.close(wait == null ? limits.breakFor() : wait);
                }
                throw new CarriedFault(
                        new FetchFailed(
                                busy
                                        ? Fault.LATER
                                        : status >= 500 ? Fault.UNREACHABLE : Fault.REFUSED,
                                "answered " + status,
                                wait));
            }
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
}
