package nl.beleidsradar.ingest;

import java.util.Optional;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PublishedText;
import nl.beleidsradar.ingest.store.BlobStore;
import org.springframework.stereotype.Component;

/**
 * The main path. A source has fetched a document (its original is in the store, the ledger has it
 * as received); here its text is extracted, kept, published and the outcome remembered. Each step
 * may be done twice and changes nothing the second time, so a kill between any two is harmless.
 */
@Component
final class Harvest {

    private final HarvestLedger ledger;
    private final BlobStore store;
    private final MeasuredSteps steps;
    private final OcrWork ocr;

    Harvest(HarvestLedger ledger, BlobStore store, MeasuredSteps steps, OcrWork ocr) {
        this.ledger = ledger;
        this.store = store;
        this.steps = steps;
        this.ocr = ocr;
    }

    /**
     * Takes one document to the end: an event, a failure, or out of the log again; one whose pages
     * are pictures comes here again once they are read.
     */
    void bringIn(LedgerEntry document) {
        if (document.leaving()) {
            steps.remove(document);
            ledger.failed(document, FailureReason.TAKEN_DOWN, document.detail());
            return;
        }
        Optional<OcrResult> fromPictures = ocr.resultOf(document);
        if (fromPictures.isPresent()) {
            finish(document, fromPictures.get().outcome(), fromPictures.get().ocr());
            ocr.done(document);
        } else {
            ocr.meanwhile(document, steps.extract(document))
                    .ifPresent(extracted -> finish(document, extracted, false));
        }
    }

    private void finish(LedgerEntry document, Extracted extracted, boolean fromPictures) {
        switch (extracted) {
            case Extracted.Text text -> {
                try {
                    publish(document, text, fromPictures);
                } catch (UnusableDocument e) {
                    fail(document, e.reason(), String.valueOf(e.getMessage()));
                }
            }
            case Extracted.Encrypted() -> fail(document, FailureReason.ENCRYPTED, "");
            case Extracted.Unsupported(String type) ->
                    fail(document, FailureReason.UNSUPPORTED_TYPE, type);
            case Extracted.Corrupt(String why) -> fail(document, FailureReason.CORRUPT, why);
            case Extracted.TooLarge(String why) -> fail(document, FailureReason.TOO_LARGE, why);
            case Extracted.TimedOut() -> fail(document, FailureReason.TIMED_OUT, "");
            case Extracted.OutOfMemory() -> fail(document, FailureReason.OUT_OF_MEMORY, "");
            case Extracted.EmbeddedLimit() -> fail(document, FailureReason.EMBEDDED_LIMIT, "");
            case Extracted.Empty(String why) -> fail(document, FailureReason.EMPTY, why);
        }
    }

    private void publish(LedgerEntry document, Extracted.Text text, boolean fromPictures) {
        DocumentExtracted event = steps.event(document, text, fromPictures);
        String textRef = store.keepText(event.text() == null ? "" : event.text());
        steps.publish(event);
        ledger.published(
                document,
                new PublishedText(
                        event.sequence(), textRef, event.title(), event.extraction().limits()));
    }

    private void fail(LedgerEntry document, FailureReason reason, String detail) {
        ledger.failed(document, reason, detail);
        steps.failed(document, reason);
    }
}
