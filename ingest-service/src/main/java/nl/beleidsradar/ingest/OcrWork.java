package nl.beleidsradar.ingest;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.ExtractionInterrupted;
import nl.beleidsradar.ingest.extract.ExtractorUnavailable;
import nl.beleidsradar.ingest.extract.OcrNeed;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Documents whose pages are pictures, on a queue of their own: one at a time, new ones before
 * back-fill, and never in the way of documents that have a text. A result goes back to the workers,
 * who alone publish. The queue itself is forgotten at a stop: the ledger knows what was left
 * unread.
 */
@Component
final class OcrWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OcrWork.class);

    /** Whole texts in memory, until the broker takes them. */
    private static final int MOST_RESULTS = 8;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Newer bytes of a document wait beside the older ones that are being read. */
    private record Bytes(String id, String contentHash) {

        static Bytes of(LedgerEntry document) {
            return new Bytes(document.id(), document.contentHash());
        }
    }

    private record Waiting(Bytes bytes, boolean backFill, long number) {}

    private final MeasuredSteps steps;
    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final PriorityBlockingQueue<Waiting> queue =
            new PriorityBlockingQueue<>(
                    64, Comparator.comparing(Waiting::backFill).thenComparingLong(Waiting::number));
    private final Set<Bytes> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, OcrResult> results = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable Thread thread;

    OcrWork(MeasuredSteps steps, HarvestLedger ledger, PendingDocuments pending) {
        this.steps = steps;
        this.ledger = ledger;
        this.pending = pending;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("ocr").start(this::work);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    int size() {
        return waiting.size();
    }

    /** What was read of these bytes, until {@link #done}; nothing of a withdrawn document. */
    Optional<OcrResult> resultOf(LedgerEntry document) {
        return Optional.ofNullable(results.get(document.id()))
                .filter(r -> isStill(document, r.contentHash()));
    }

    private static boolean isStill(LedgerEntry document, String contentHash) {
        return document.contentHash().equals(contentHash)
                && document.reason() != FailureReason.TAKEN_DOWN;
    }

    void done(LedgerEntry document) {
        results.remove(document.id());
    }

    /** Drops what was read of a document that is gone, or of bytes that newer ones replaced. */
    void forgetStale(String id) {
        results.computeIfPresent(
                id,
                (same, result) ->
                        ledger.entry(id).filter(d -> isStill(d, result.contentHash())).isPresent()
                                ? result
                                : null);
    }

    /**
     * Puts a document on the queue where it needs it.
     *
     * @return what to publish or report meanwhile; empty where there is nothing to say yet
     */
    Optional<Extracted> meanwhile(LedgerEntry document, Reading reading) {
        Extracted extracted = reading.outcome();
        if (reading.need() == OcrNeed.NOTHING) {
            return Optional.of(extracted);
        }
        boolean possible = steps.canOcr();
        if (possible) {
            add(document);
        }
        if (extracted instanceof Extracted.Text text) {
            String limit = possible ? OcrLimits.AWAITED : OcrLimits.UNAVAILABLE;
            return Optional.of(text.limited(limit));
        }
        return possible
                ? Optional.empty()
                : Optional.of(new Extracted.Empty(OcrLimits.UNAVAILABLE + ": pictures only"));
    }

    private void add(LedgerEntry document) {
        Bytes bytes = Bytes.of(document);
        if (waiting.add(bytes)) {
            queue.add(new Waiting(bytes, document.backFill(), numbers.incrementAndGet()));
        }
    }

    private void work() {
        try {
            ledger.awaitLoaded();
            if (!steps.canOcr()) {
                LOG.info("no program to read pictures of pages; such documents are marked");
                return;
            }
            ledger.entries().stream().filter(OcrLimits::leftUnread).forEach(this::add);
            while (!Thread.interrupted()) {
                next(queue.take().bytes());
            }
        } catch (InterruptedException | ExtractionInterrupted e) {
            // The service stops; what was not read is read after the next start.
        }
    }

    private void next(Bytes bytes) throws InterruptedException {
        while (results.size() >= MOST_RESULTS) {
            results.keySet().forEach(this::forgetStale);
            Thread.sleep(100);
        }
        Optional<LedgerEntry> document =
                ledger.entry(bytes.id()).filter(d -> isStill(d, bytes.contentHash()));
        try {
            if (document.isPresent()) {
                untilRead(document.get());
            }
            pending.add(bytes.id());
        } catch (ExtractionInterrupted e) {
            throw e;
        } catch (RuntimeException e) {
            // Left for the next start, as trying again at once would end the same way.
            LOG.error("{} broke the reading of its pictures", bytes.id(), e);
        } finally {
            waiting.remove(bytes);
        }
    }

    private void untilRead(LedgerEntry document) throws InterruptedException {
        while (true) {
            try {
                read(document);
                return;
            } catch (StoreUnavailable | ExtractorUnavailable e) {
                LOG.warn("{} waits: {}", document.id(), e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private void read(LedgerEntry document) {
        Reading reading = steps.extractAgain(document);
        Extracted known = reading.outcome();
        OcrNeed need = reading.need();
        if (need == OcrNeed.NOTHING) {
            results.put(document.id(), new OcrResult(document.contentHash(), known, false));
            return;
        }
        Extracted read = steps.ocr(document, need);
        results.put(document.id(), OcrResult.of(document.contentHash(), known, need, read));
    }
}
