package nl.beleidsradar.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.ExtractionInterrupted;
import nl.beleidsradar.ingest.extract.OcrNeed;
import nl.beleidsradar.ingest.extract.OcrNeeds;
import nl.beleidsradar.ingest.extract.Original;
import nl.beleidsradar.ingest.extract.PageReader;
import nl.beleidsradar.ingest.extract.TextExtractor;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.service.StepMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of {@link Harvest}, each with its log line and its place in the metrics. */
@Component
final class MeasuredSteps {

    private static final Logger LOG = LoggerFactory.getLogger(MeasuredSteps.class);

    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final TextExtractor extractor;
    private final Attachments attachments;
    private final PageReader pages;
    private final ExtractedEvents events;
    private final IngestStream stream;
    private final FolderStore store;
    private final StepMetrics metrics;

    MeasuredSteps(
            TextExtractor extractor,
            Attachments attachments,
            PageReader pages,
            ExtractedEvents events,
            IngestStream stream,
            FolderStore store,
            StepMetrics metrics) {
        this.extractor = extractor;
        this.attachments = attachments;
        this.pages = pages;
        this.events = events;
        this.stream = stream;
        this.store = store;
        this.metrics = metrics;
    }

    boolean canOcr() {
        return pages.isAvailable();
    }

    /** What of the document must be read from pictures, after what its first reading gave. */
    OcrNeed ocrNeed(LedgerEntry document, Extracted extracted) {
        try {
            return OcrNeeds.of(original(document), extracted);
        } catch (IOException e) {
            return OcrNeed.NOTHING;
        }
    }

    /** The text again, for pages that were left unread then. */
    Extracted extractAgain(LedgerEntry document) {
        return attachments.taken(document, outcome(document, extractor::extract));
    }

    Extracted ocr(LedgerEntry document, OcrNeed need) {
        long start = System.nanoTime();
        Extracted outcome = outcome(document, original -> pages.read(original, need));
        boolean read = outcome instanceof Extracted.Text;
        if (read) {
            metrics.done("ocr", document.source(), since(start));
        } else {
            metrics.failed(
                    "ocr",
                    document.source(),
                    WORD_END.matcher(outcome.getClass().getSimpleName())
                            .replaceAll("-")
                            .toLowerCase(Locale.ROOT),
                    since(start));
        }
        LOG.info(
                "{} {} from pictures, {} ms",
                document.id(),
                read ? "read" : "not read",
                since(start).toMillis());
        return outcome;
    }

    Extracted extract(LedgerEntry document) {
        long start = System.nanoTime();
        Extracted outcome = attachments.taken(document, outcome(document, extractor::extract));
        if (outcome instanceof Extracted.Text text) {
            metrics.done("extract", document.source(), since(start));
            LOG.info("{} extracted, {} characters", document.id(), text.text().length());
        }
        return outcome;
    }

    DocumentExtracted event(LedgerEntry document, Extracted.Text text, boolean ocr) {
        try {
            return events.of(document, text, ocr);
        } catch (RuntimeException e) {
            LOG.error("{} broke the making of its event", document.id(), e);
            throw new UnusableDocument(document.id(), FailureReason.CORRUPT, e);
        }
    }

    void publish(DocumentExtracted event) {
        long start = System.nanoTime();
        stream.publish(event);
        metrics.done("publish", event.source(), since(start));
        LOG.info("{} published, sequence {}", event.id(), event.sequence());
    }

    void remove(LedgerEntry document) {
        stream.remove(document.id());
        LOG.info("{} removed from the log", document.id());
    }

    void failed(LedgerEntry document, FailureReason reason) {
        metrics.failed("extract", document.source(), reason.toString(), Duration.ZERO);
        LOG.info("{} has no text: {}", document.id(), reason);
    }

    private Original original(LedgerEntry document) throws IOException {
        BlobRef original = BlobRef.original(document.contentHash());
        return new Original(
                store.path(original),
                store.size(original),
                document.facts().fileName(),
                attachments.allowance(document));
    }

    private Extracted outcome(LedgerEntry document, Function<Original, Extracted> reader) {
        try {
            return reader.apply(original(document));
        } catch (IOException e) {
            return new Extracted.Corrupt("the original is not in the store");
        } catch (ExtractionInterrupted e) {
            throw e;
        } catch (OutOfMemoryError e) {
            // Its text, not its parsing, is too much for this process; the others go on.
            return new Extracted.OutOfMemory();
        } catch (RuntimeException | StackOverflowError e) {
            // A defect in reading one document must not hold up the others.
            LOG.error("{} broke the extraction", document.id(), e);
            return new Extracted.Corrupt("extraction failed: " + e.getClass().getSimpleName());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
