package nl.beleidsradar.ingest;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.ingest.extract.ExtractionInterrupted;
import nl.beleidsradar.ingest.fetch.FetchSettings;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.store.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the ledger at the start, goes on with every document that was received and not finished,
 * and keeps a fixed number of workers on those that come. A worker that meets a closed door (broker
 * away, store full) stays with its document and knocks again, ever less often.
 */
@Component
final class HarvestWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HarvestWorkers.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Harvest harvest;
    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final OcrWork ocr;
    private final BlobStore store;
    private final ObservationRegistry observations;
    private final int workers;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    HarvestWorkers(
            Harvest harvest,
            HarvestLedger ledger,
            PendingDocuments pending,
            OcrWork ocr,
            BlobStore store,
            ObservationRegistry observations,
            FetchSettings settings) {
        this.harvest = harvest;
        this.ledger = ledger;
        this.pending = pending;
        this.ocr = ocr;
        this.store = store;
        this.observations = observations;
        this.workers = settings.workers();
    }

    @Override
    public synchronized void start() {
        running = true;
        threads.add(Thread.ofVirtual().name("ledger").start(this::readLedger));
        for (int i = 1; i <= workers; i++) {
            threads.add(Thread.ofVirtual().name("harvest-" + i).start(this::work));
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

    private void readLedger() {
        Duration pause = FIRST_PAUSE;
        try {
            while (running && !ledger.isLoaded()) {
                try {
                    store.tidy();
                    ledger.load();
                } catch (RuntimeException e) {
                    LOG.warn("cannot start yet: {}", e.getMessage());
                    pause = rest(pause);
                }
            }
            ledger.entries().stream()
                    .filter(e -> e.state() == DocumentState.RECEIVED)
                    .forEach(e -> pending.add(e.id(), e.backFill()));
        } catch (InterruptedException e) {
            // The service stops.
        }
    }

    private void work() {
        try {
            ledger.awaitLoaded();
            while (running) {
                pending.take(this::untilDone);
            }
        } catch (InterruptedException | ExtractionInterrupted e) {
            // The service stops.
        }
    }

    private void untilDone(String id) {
        Duration pause = FIRST_PAUSE;
        while (running) {
            Optional<LedgerEntry> document =
                    ledger.entry(id)
                            .filter(e ->
                                    e.state() == DocumentState.RECEIVED
                                            || ocr.resultOf(e).isPresent());
            if (document.isEmpty()) {
                ocr.forgetStale(id);
                return;
            }
            try {
                observed(document.get());
                return;
            } catch (ExtractionInterrupted e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("{} waits: {}", id, e.getMessage());
                try {
                    pause = rest(pause);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** One trace a document, from here through the log to the index. */
    private void observed(LedgerEntry document) {
        Observation.createNotStarted("beleidsradar.document", observations)
                .lowCardinalityKeyValue("source", document.source())
                .highCardinalityKeyValue("document", document.id())
                .observe(() -> harvest.bringIn(document));
    }

    private static Duration rest(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
