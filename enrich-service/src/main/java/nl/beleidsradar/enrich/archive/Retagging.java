package nl.beleidsradar.enrich.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.service.StepMetrics;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the archive up to the rules in force: after a theme was changed, or after a start with
 * other themes or grammars than the last one, every document that older rules tagged is tagged
 * again, on a thread of its own, by the instance that owns the document's partition. What the
 * broker or the store hinders is tried again later; nothing here stops the stream.
 */
public final class Retagging implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retagging.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Map<String, Object> connection;
    private final Tagging tagging;
    private final StreamPlace place;
    private final StepMetrics metrics;
    private final RetagLog log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * @param connection bootstrap servers and security, as Kafka's client settings
     */
    public Retagging(
            Map<String, Object> connection,
            Tagging tagging,
            StreamPlace place,
            StepMetrics metrics) {
        this.connection = connection;
        this.tagging = tagging;
        this.place = place;
        this.metrics = metrics;
        this.log = new RetagLog(connection);
    }

    public synchronized void start() {
        if (thread == null) {
            log.start();
            thread = Thread.ofPlatform().name("retagging").daemon().start(this::run);
        }
    }

    private void run() {
        while (!pausedUntilClosed(LOOK)) {
            // Not before it is known how far the last start, or another instance, has come.
            if (!log.awaitCaughtUp(LOOK)) {
                continue;
            }
            try {
                for (int partition : place.owned()) {
                    bringUpToDate(partition);
                }
            } catch (KafkaException | ArchiveUnavailable e) {
                LOG.warn("tagging the archive anew waits: {}", e.getMessage());
                pausedUntilClosed(AGAIN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void bringUpToDate(int partition) throws InterruptedException {
        Tagging.Version rules = tagging.version();
        int ruleset = rules.ruleset();
        ArchiveRetagged held = log.progress(partition);
        StreamPlace.Partition stream = place.of(partition);
        boolean upToDate =
                held != null
                        && (held.ruleset() > ruleset || held.ruleset() == ruleset && held.done());
        if (upToDate || stream == null || isClosed()) {
            return;
        }
        long streamAt = stream.watch(ruleset);
        try (ArchiveLog archive = new ArchiveLog(connection)) {
            ArchiveRetagged start =
                    held != null && held.ruleset() == ruleset
                            ? held
                            : beginning(archive, partition, rules, streamAt);
            new RetagJob(archive, log, tagging, place, metrics, this::isClosed, stream, start)
                    .run();
        } finally {
            stream.unwatch();
        }
    }

    private static ArchiveRetagged beginning(
            ArchiveLog archive, int partition, Tagging.Version rules, long streamAt) {
        long from = archive.beginning(partition);
        long end = Math.max(from, streamAt);
        return new ArchiveRetagged(
                partition, rules.ruleset(), rules.themes(), from, end, 0, 0, 0, Instant.now());
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean pausedUntilClosed(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread != null) {
            try {
                if (!thread.join(STOP)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        log.close();
    }
}
