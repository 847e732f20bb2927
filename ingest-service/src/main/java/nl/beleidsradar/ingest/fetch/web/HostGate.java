package nl.beleidsradar.ingest.fetch.web;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import org.jspecify.annotations.Nullable;

/**
 * How often, and how many at a time, one host is asked; and until when it wants to be left alone.
 */
final class HostGate {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final String host;
    private final RateLimiter rate;
    private final Semaphore places;
    private final Clock clock;
    private final Duration longest;
    private volatile @Nullable Instant closedUntil;

    HostGate(String host, double rate, int concurrency, Clock clock, Duration longest) {
        this.host = host;
        this.clock = clock;
        this.longest = longest;
        this.places = new Semaphore(concurrency, true);
        this.rate =
                RateLimiter.of(
                        host,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(Duration.ofNanos((long) (1e9 / rate)))
                                .timeoutDuration(LONGEST_WAIT)
                                .build());
    }

    /** Waits for a turn; each must be given back with {@link #leave}. */
    void enter() throws FetchFailed, InterruptedException {
        refuseWhileClosed();
        places.acquire();
        try {
            if (!rate.acquirePermission()) {
                throw new FetchFailed(Fault.BUSY, host + ": no turn within " + LONGEST_WAIT);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            // Another request may have been told to wait meanwhile.
            refuseWhileClosed();
        } catch (FetchFailed | InterruptedException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    void leave() {
        places.release();
    }

    /** The host asks to be left alone. */
    void close(Duration wait) {
        closedUntil = clock.instant().plus(wait);
    }

    private void refuseWhileClosed() throws FetchFailed {
        Instant until = closedUntil;
        Duration left = until == null ? Duration.ZERO : Duration.between(clock.instant(), until);
        // Longer than it can have been asked for: the clock was set back.
        if (left.isPositive() && left.compareTo(longest) <= 0) {
            throw new FetchFailed(Fault.BUSY, host + " asked to be left alone", left);
        }
    }
}
