package nl.beleidsradar.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.BlobStore;
import nl.beleidsradar.ingest.store.Stored;
import nl.beleidsradar.service.StepMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every source hands its documents over: bytes to the store, then the ledger, then work. */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final BlobStore store;
    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final StepMetrics metrics;
    private final long maxFileSize;

    public Intake(
            BlobStore store,
            HarvestLedger ledger,
            PendingDocuments pending,
            StepMetrics metrics,
            FetchSettings settings) {
        this.store = store;
        this.ledger = ledger;
        this.pending = pending;
        this.metrics = metrics;
        this.maxFileSize = settings.maxFileSize().toBytes();
    }

    /**
     * @throws IOException if the stream cannot be read
     */
    Stored store(InputStream in) throws IOException {
        return store.original(in, maxFileSize);
    }

    /** Enters stored bytes; the same bytes with the same facts again change nothing. */
    void receive(DocumentId id, Stored stored, Receipt receipt, long startNanos) {
        boolean ignored = take(id, stored, receipt, startNanos);
    }

    /**
     * Enters stored bytes.
     *
     * @return whether that changed anything
     */
    boolean take(DocumentId id, Stored stored, Receipt receipt, long startNanos) {
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        if (!stored.kept()) {
            String reason = FailureReason.TOO_LARGE.toString();
            ledger.refuse(
                    id,
                    receipt,
                    FailureReason.TOO_LARGE,
                    stored.size() + " bytes, at most " + maxFileSize);
            metrics.failed("fetch", id.source(), reason, took);
            LOG.info("{} refused: {}", id, reason);
        } else if (ledger.receive(id, receipt)) {
            metrics.done("fetch", id.source(), took);
            LOG.info("{} received, {} bytes", id, stored.size());
            pending.add(id.toString(), receipt.backFill());
        } else {
            LOG.debug("{} is known", id);
            return false;
        }
        return true;
    }

    /** Enters a document that is not taken, without its bytes. */
    void refuse(DocumentId id, Receipt receipt, FailureReason reason, String detail) {
        ledger.refuse(id, receipt, reason, detail);
        metrics.failed("fetch", id.source(), reason.toString(), Duration.ZERO);
        LOG.info("{} refused: {}", id, reason);
    }

    /** Takes a document out of the log: its source withdrew it. What lies in it follows. */
    void withdraw(String id) {
        if (ledger.withdraw(id)) {
            LOG.info("{} withdrawn by its source", id);
            pending.add(id);
        }
    }

    /** The largest original taken, bytes. */
    long maxFileSize() {
        return maxFileSize;
    }

    /** A fetch that came to nothing for now. */
    void missed(String source, String reason) {
        metrics.failed("fetch", source, reason, Duration.ZERO);
    }

    /** Returns when the workers have nearly caught up. */
    void awaitRoom() throws InterruptedException {
        pending.awaitRoom();
    }

    /** Enters a document whose bytes could not be read. */
    void unreadable(DocumentId id, Receipt receipt, String detail) {
        ledger.refuse(id, receipt, FailureReason.FETCH_FAILED, detail);
        metrics.failed("fetch", id.source(), FailureReason.FETCH_FAILED.toString(), Duration.ZERO);
        LOG.warn("{} cannot be read: {}", id, detail);
    }
}
