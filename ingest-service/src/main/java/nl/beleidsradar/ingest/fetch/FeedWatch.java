package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Polls the remote sources that are live, each in its own time, so that none waits for another;
 * what is old is read beside what is new. Pauses are measured, not looked up on a clock that may
 * jump.
 */
public final class FeedWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

    private final SourceCatalog catalog;
    private final FeedKinds kinds;
    private final FeedFollower follower;
    private final HarvestLedger ledger;
    private final FetchSettings settings;
    private final Map<String, Semaphore> wanted = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    public FeedWatch(
            SourceCatalog catalog,
            FeedKinds kinds,
            FeedFollower follower,
            HarvestLedger ledger,
            FetchSettings settings) {
        this.catalog = catalog;
        this.kinds = kinds;
        this.follower = follower;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** Whether a source is polled at all. */
    boolean isLive(FeedSource source) {
        return source.enabled() && kinds.knows(source) && settings.isLive(source.id());
    }

    /**
     * Polls a live source at once instead of at its next turn, and a paused one this once, until it
     * has no more; it stays paused.
     *
     * @return false where it cannot be polled: switched off, or of a kind that is not known
     */
    public boolean pollNow(String id) {
        FeedSource source = catalog.source(id).orElse(null);
        if (source == null || !source.enabled() || !kinds.knows(source)) {
            return false;
        }
        if (isLive(source)) {
            wanted(id).release();
        } else {
            pollOnce(source);
        }
        return true;
    }

    private synchronized void pollOnce(FeedSource source) {
        threads.removeIf(t -> !t.isAlive());
        String name = "once-" + source.id();
        if (running && threads.stream().noneMatch(t -> t.getName().equals(name))) {
            threads.add(Thread.ofVirtual().name(name).start(() -> untilPause(source)));
        }
    }

    private void untilPause(FeedSource source) {
        try {
            ledger.awaitLoaded();
            while (running && follower.poll(source).isZero()) {
                LOG.debug("{} has more", source.id());
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        for (FeedSource source : catalog.all()) {
            if (!kinds.knows(source)) {
                LOG.warn("{}: no kind {}", source.id(), source.kind());
            } else if (isLive(source)) {
                threads.add(
                        Thread.ofVirtual()
                                .name("feed-" + source.id())
                                .start(() -> untilStopped(() -> poll(source))));
                threads.add(
                        Thread.ofVirtual()
                                .name("back-fill-" + source.id())
                                .start(() -> untilStopped(() -> fillBack(source))));
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Turn {
        void take() throws InterruptedException;
    }

    private void untilStopped(Turn turn) {
        try {
            ledger.awaitLoaded();
            while (running) {
                turn.take();
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    private void poll(FeedSource source) throws InterruptedException {
        Duration pause = follower.poll(source);
        Semaphore now = wanted(source.id());
        if (!pause.isZero() && now.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            now.drainPermits();
        }
    }

    private void fillBack(FeedSource source) throws InterruptedException {
        Optional<Duration> pause = follower.fillBack(source);
        // Nothing old to read yet, or any more.
        Thread.sleep(pause.orElse(source.every()));
    }

    private Semaphore wanted(String id) {
        return wanted.computeIfAbsent(id, i -> new Semaphore(0));
    }
}
