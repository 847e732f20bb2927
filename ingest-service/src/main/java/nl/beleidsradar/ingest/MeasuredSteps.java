package nl.beleidsradar.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.ExtractionInterrupted;
import nl.beleidsradar.ingest.extract.ExtractorUnavailable;
import nl.beleidsradar.ingest.extract.OcrNeed;
import nl.beleidsradar.ingest.extract.OcrNeeds;
import nl.beleidsradar.ingest.extract.Original;
import nl.beleidsradar.ingest.extract.PageReader;
import nl.beleidsradar.ingest.extract.TextExtractor;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.store.BlobStore;
import nl.beleidsradar.ingest.store.LocalBlob;
import nl.beleidsradar.ingest.store.StoreUnavailable;
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
    private final BlobStore store;
    private final StepMetrics metrics;

    MeasuredSteps(
            TextExtractor extractor,
            Attachments attachments,
            PageReader pages,
            ExtractedEvents events,
            IngestStream stream,
            BlobStore store,
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

    /** The text again, for pages that were left unread then. */
    Reading extractAgain(LedgerEntry document) {
        Reading reading = withOriginal(document, this::read);
        return new Reading(attachments.taken(document, reading.outcome()), reading.need());
    }

    Extracted ocr(LedgerEntry document, OcrNeed need) {
        long start = System.nanoTime();
        Extracted outcome =
                withOriginal(
                                document,
                                original ->
                                        new Reading(pages.read(original, need), OcrNeed.NOTHING))
                        .outcome();
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

    Reading extract(LedgerEntry document) {
        long start = System.nanoTime();
        Reading reading = extractAgain(document);
        if (reading.outcome() instanceof Extracted.Text text) {
            metrics.done("extract", document.source(), since(start));
            LOG.info("{} extracted, {} characters", document.id(), text.text().length());
        }
        return reading;
    }

    DocumentExtracted event(LedgerEntry document, Extracted.Text text, boolean ocr) {
        try {
            return events.of(document, text, ocr);
        } catch (OutOfMemoryError e) {
            throw new UnusableDocument(document.id(), FailureReason.OUT_OF_MEMORY, e);
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

    /** What lies inside it goes with it, also where that came out only while it was withdrawn. */
    void remove(LedgerEntry document) {
        attachments.withdraw(document);
        stream.remove(document.id());
        LOG.info("{} removed from the log", document.id());
    }

    void failed(LedgerEntry document, FailureReason reason) {
        metrics.failed("extract", document.source(), reason.toString(), Duration.ZERO);
        LOG.info("{} has no text: {}", document.id(), reason);
    }

    private Reading read(Original original) {
        Extracted outcome = extractor.extract(original);
        return new Reading(outcome, OcrNeeds.of(original, outcome));
    }

    /** The original is on this machine, its bytes checked, for as long as it is read. */
    private Reading withOriginal(LedgerEntry document, Function<Original, Reading> reader) {
        try (LocalBlob local = store.local(BlobRef.original(document.contentHash()))) {
            Original original =
                    new Original(
                            local.path(),
                            Files.size(local.path()),
                            document.facts().fileName(),
                            attachments.allowance(document));
            return reader.apply(original);
        } catch (CorruptBlob e) {
            LOG.error("{} is damaged in the store: {}", document.id(), e.getMessage());
            return Reading.failed(new Extracted.Corrupt("the original in the store is damaged"));
        } catch (BlobTooLarge e) {
            return Reading.failed(new Extracted.TooLarge("the store's limit on reading"));
        } catch (IOException e) {
            return Reading.failed(new Extracted.Corrupt("the original is not in the store"));
        } catch (ExtractionInterrupted | StoreUnavailable | ExtractorUnavailable e) {
            throw e;
        } catch (OutOfMemoryError e) {
            // Its text, not its parsing, is too much for this process; the others go on.
            return Reading.failed(new Extracted.OutOfMemory());
        } catch (RuntimeException | StackOverflowError e) {
            // A defect in reading one document must not hold up the others.
            LOG.error("{} broke the extraction", document.id(), e);
            return Reading.failed(
                    new Extracted.Corrupt("extraction failed: " + e.getClass().getSimpleName()));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
