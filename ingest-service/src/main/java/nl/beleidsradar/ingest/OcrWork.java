package nl.beleidsradar.ingest;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.ExtractionInterrupted;
import nl.beleidsradar.ingest.extract.OcrNeed;
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

    private static final Duration STORE_PAUSE = Duration.ofSeconds(10);

    private record Waiting(String id, boolean backFill, long number) {}

    private final MeasuredSteps steps;
    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final PriorityBlockingQueue<Waiting> queue =
            new PriorityBlockingQueue<>(
                    64, Comparator.comparing(Waiting::backFill).thenComparingLong(Waiting::number));
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
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

    /** What was read of these bytes, until {@link #done}. */
    Optional<OcrResult> resultOf(LedgerEntry document) {
        return Optional.ofNullable(results.get(document.id()))
                .filter(r -> r.contentHash().equals(document.contentHash()));
    }

    void done(LedgerEntry document) {
        results.remove(document.id());
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
        if (waiting.add(document.id())) {
            queue.add(new Waiting(document.id(), document.backFill(), numbers.incrementAndGet()));
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
                String id = queue.take().id();
                while (results.size() >= MOST_RESULTS) {
                    Thread.sleep(100);
                }
                Optional<LedgerEntry> document = ledger.entry(id);
                try {
                    if (document.isPresent()) {
                        untilRead(document.get());
                    }
                    pending.add(id);
                } catch (ExtractionInterrupted e) {
                    throw e;
                } catch (RuntimeException e) {
                    // Left for the next start, as trying again at once would end the same way.
                    LOG.error("{} broke the reading of its pictures", id, e);
                } finally {
                    waiting.remove(id);
                }
            }
        } catch (InterruptedException | ExtractionInterrupted e) {
            // The service stops; what was not read is read after the next start.
        }
    }

    private void untilRead(LedgerEntry document) throws InterruptedException {
        while (true) {
            try {
                read(document);
                return;
            } catch (StoreUnavailable e) {
                LOG.warn("{} waits: {}", document.id(), e.getMessage());
                Thread.sleep(STORE_PAUSE);
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
        results.put(document.id(), result(document.contentHash(), known, need, read));
    }

    /** Where pictures give nothing, what was known stays; only a failure is told. */
    private static OcrResult result(
            String contentHash, Extracted known, OcrNeed need, Extracted read) {
        if (!(known instanceof Extracted.Text text)) {
            return new OcrResult(contentHash, read, read instanceof Extracted.Text);
        }
        return switch (read) {
            case Extracted.Text found ->
                    new OcrResult(contentHash, merged(text, found), !same(text, found));
            case Extracted.Empty empty ->
                    new OcrResult(
                            contentHash,
                            need == OcrNeed.PAGES ? text : text.limited(OcrLimits.FAILED),
                            false);
            case Extracted.Encrypted no -> failed(contentHash, text);
            case Extracted.Unsupported no -> failed(contentHash, text);
            case Extracted.Corrupt no -> failed(contentHash, text);
            case Extracted.TooLarge no -> failed(contentHash, text);
            case Extracted.TimedOut no -> failed(contentHash, text);
            case Extracted.EmbeddedLimit no -> failed(contentHash, text);
            case Extracted.OutOfMemory no -> failed(contentHash, text);
        };
    }

    private static OcrResult failed(String contentHash, Extracted.Text text) {
        return new OcrResult(contentHash, text.limited(OcrLimits.FAILED), false);
    }

    private static boolean same(Extracted.Text known, Extracted.Text found) {
        return BlobRef.ofText(known.text()).equals(BlobRef.ofText(found.text()));
    }

    /** Facts and limits of the file come from the first reading. */
    private static Extracted.Text merged(Extracted.Text known, Extracted.Text found) {
        return new Extracted.Text(
                found.text(),
                found.pages(),
                known.title(),
                known.mediaType(),
                found.parser(),
                known.limits(),
                known.metadata());
    }
}
