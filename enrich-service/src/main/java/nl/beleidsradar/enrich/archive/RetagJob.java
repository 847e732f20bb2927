package nl.beleidsradar.enrich.archive;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.StepMetrics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Tags one partition of the archive anew: of each document the last record before the place the
 * stream had reached, in the order of the log. New documents go first: while the stream has any to
 * do, this does one document a second at most. What the stream does meanwhile it does by the same
 * rules.
 */
final class RetagJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetagJob.class);
    private static final String STEP = "retag";
    private static final Duration REPORT = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(1);
    private static final int TRIES = 4;

    /** Documents that are sent together, and so wait for one acknowledgement. */
    private static final int BATCH = 32;

    private final ArchiveLog archive;
    private final RetagLog log;
    private final Tagging tagging;
    private final StreamPlace place;
    private final StepMetrics metrics;
    private final BooleanSupplier closed;
    private final StreamPlace.Partition stream;
    private final int ruleset;

    private final Map<String, DocumentEnriched> batch = new LinkedHashMap<>();
    private ArchiveRetagged progress;
    private long reported;
    private long looked;

    /**
     * @param stream the partition, in the hands of this instance
     * @param start how far it is brought to these rules
     */
    RetagJob(
            ArchiveLog archive,
            RetagLog log,
            Tagging tagging,
            StreamPlace place,
            StepMetrics metrics,
            BooleanSupplier closed,
            StreamPlace.Partition stream,
            ArchiveRetagged start) {
        this.archive = archive;
        this.log = log;
        this.tagging = tagging;
        this.place = place;
        this.metrics = metrics;
        this.closed = closed;
        this.stream = stream;
        this.ruleset = start.ruleset();
        this.progress = start;
    }

    /**
     * Runs to the end, or until the rules change again, the partition goes elsewhere or the service
     * stops; what was done is then on the log, and the next run goes on from there.
     */
    void run() {
        int partition = progress.partition();
        long from = progress.position();
        long end = progress.end();
        Map<String, Long> last = archive.documents(partition, from, end);
        progress = progress.withTotal(progress.documents() + progress.failed() + last.size());
        LOG.info(
                "partition {}: {} of {} documents to tag by ruleset {}",
                partition,
                last.size(),
                progress.total(),
                ruleset);
        report(from);
        boolean whole =
                archive.read(
                        partition,
                        from,
                        end,
                        record -> {
                            if (isOver()) {
                                report(record.offset());
                                return false;
                            }
                            if (last.getOrDefault(record.key(), -1L) == record.offset()) {
                                makeWay();
                                retag(record);
                            }
                            if (System.nanoTime() - reported > REPORT.toNanos()) {
                                report(record.offset() + 1);
                            }
                            return true;
                        });
        if (whole) {
            report(end);
            LOG.info(
                    "partition {}: {} documents tagged by ruleset {}, {} could not be",
                    partition,
                    progress.documents(),
                    ruleset,
                    progress.failed());
        }
    }

    private boolean isOver() {
        return closed.getAsBoolean() || stream.isLost() || tagging.version().ruleset() != ruleset;
    }

    private void retag(ConsumerRecord<String, byte[]> record) {
        long started = System.nanoTime();
        String source = "unknown";
        try {
            DocumentExtracted document = EventJson.read(record.value(), DocumentExtracted.class);
            source = document.source();
            batch.put(record.key(), retagged(document));
            metrics.done(STEP, source, since(started));
        } catch (JacksonException | UncheckedIOException e) {
            progress = progress.withDone(progress.documents(), progress.failed() + 1);
            metrics.failed(STEP, source, "unreadable", since(started));
            LOG.warn("not tagged anew {}: {}", record.key(), e.getMessage());
        }
        if (batch.size() >= BATCH) {
            send();
        }
    }

    /**
     * A document the stream has taken up meanwhile is tagged by the rules in force all the same.
     */
    private void send() {
        int documents = batch.size();
        stream.sendUnbegun(batch, log::write);
        batch.clear();
        progress = progress.withDone(progress.documents() + documents, progress.failed());
    }

    /** A store that is away for a moment costs no document its new tags. */
    private DocumentEnriched retagged(DocumentExtracted document) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tagging.retagged(document);
            } catch (UncheckedIOException e) {
                if (attempt == TRIES || closed.getAsBoolean()) {
                    throw e;
                }
                pause(Duration.ofMillis(250L << attempt));
            }
        }
    }

    private void makeWay() {
        long waited = System.nanoTime();
        while (streamHasWork()
                && System.nanoTime() - waited < MOST_PATIENCE.toNanos()
                && !closed.getAsBoolean()) {
            pause(LOOK);
        }
    }

    private boolean streamHasWork() {
        if (System.nanoTime() - looked < LOOK.toNanos()) {
            return false;
        }
        boolean behind = place.isBehind(archive.ends(place.owned()));
        looked = behind ? 0 : System.nanoTime();
        return behind;
    }

    private void report(long position) {
        send();
        if (stream.isLost()) {
            // What was not sent is its new owner's, from the last report on.
            return;
        }
        progress = progress.at(position, Instant.now());
        log.write(progress);
        reported = System.nanoTime();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailable("stopped", e);
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
