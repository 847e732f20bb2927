package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.extract.ExtractSettings;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.ExtractorUnavailable;
import nl.beleidsradar.ingest.extract.Language;
import nl.beleidsradar.ingest.extract.OcrNeed;
import nl.beleidsradar.ingest.extract.Original;
import nl.beleidsradar.ingest.extract.PageReader;
import nl.beleidsradar.ingest.extract.TextExtractor;
import nl.beleidsradar.ingest.fetch.FetchSettings;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.PublishedText;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.ingest.store.Stored;
import nl.beleidsradar.service.StepMetrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** What happens to documents while their pages are read; nothing is ever published here. */
class OcrWorkTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path data;

    private final HarvestLedger ledger = new HarvestLedger(new MemoryLog(), Clock.systemUTC());
    private final PendingDocuments pending = new PendingDocuments();
    private final WaitingReader reader = new WaitingReader();
    private final AtomicInteger withoutProcess = new AtomicInteger();
    private FolderStore store;
    private OcrWork ocr;
    private HarvestWorkers workers;

    /** Reads a page for as long as the test wants, and finds nothing on it. */
    private static final class WaitingReader implements PageReader {

        private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        private final Semaphore mayEnd = new Semaphore(0);

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public Extracted read(Original original, OcrNeed need) {
            try {
                begun.add(Files.readString(original.file()));
                mayEnd.acquire();
                return new Extracted.Empty("blank");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Extracted.TimedOut();
            }
        }
    }

    @BeforeEach
    void start() {
        store = new FolderStore(data.resolve("store"));
        ExtractSettings limits =
                new ExtractSettings(
                        1,
                        DataSize.ofMegabytes(64),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(1),
                        3,
                        10,
                        2,
                        10,
                        DataSize.ofMegabytes(1));
        FetchSettings fetch =
                new FetchSettings(
                        List.of(),
                        data.resolve("work"),
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Duration.ZERO,
                        DataSize.ofKilobytes(100),
                        1,
                        new ClassPathResource("sources.yaml"),
                        false,
                        false,
                        Map.of());
        IngestStream noBroker = new IngestStream(null);
        TextExtractor scanned =
                original -> {
                    if (withoutProcess.getAndDecrement() > 0) {
                        throw new ExtractorUnavailable("none, as the test wants it", null);
                    }
                    return new Extracted.Empty("pictures only");
                };
        MeasuredSteps steps =
                new MeasuredSteps(
                        scanned,
                        new Attachments(ledger, store, pending, noBroker, limits),
                        reader,
                        new ExtractedEvents(new DocumentTypes(), new Language()),
                        noBroker,
                        store,
                        new StepMetrics(new SimpleMeterRegistry()));
        ocr = new OcrWork(steps, ledger, pending);
        workers =
                new HarvestWorkers(
                        new Harvest(ledger, store, steps, ocr),
                        ledger,
                        pending,
                        ocr,
                        store,
                        ObservationRegistry.NOOP,
                        fetch);
        ledger.load();
        ocr.start();
    }

    @AfterEach
    void stop() {
        workers.stop();
        ocr.stop();
    }

    @Test
    void whatIsRemovedWhileItIsReadHoldsUpNoOther() throws Exception {
        workers.start();
        for (int i = 1; i <= 9; i++) {
            give("weg-" + i, "%PDF- " + i);
            assertThat(begun()).isEqualTo("%PDF- " + i);
            ledger.forget("upload:weg-" + i);
            reader.mayEnd.release();
        }
        give("blijft", "%PDF- tien");
        assertThat(begun()).isEqualTo("%PDF- tien");
        reader.mayEnd.release();
        await().atMost(SOON).until(() -> entry("blijft").reason() == FailureReason.EMPTY);
    }

    @Test
    void newerBytesThatCameWhileOlderOnesAreReadAreReadToo() throws Exception {
        workers.start();
        give("brief", "%PDF- oud");
        assertThat(begun()).isEqualTo("%PDF- oud");
        give("brief", "%PDF- nieuw");
        await().atMost(SOON).until(() -> ocr.size() == 2);
        reader.mayEnd.release();
        assertThat(begun()).isEqualTo("%PDF- nieuw");
        assertThat(entry("brief").state()).isEqualTo(DocumentState.RECEIVED);
        reader.mayEnd.release();
        await().atMost(SOON).until(() -> entry("brief").reason() == FailureReason.EMPTY);
    }

    @Test
    void whatWasReadOfADocumentThatIsThenWithdrawnIsNotGiven() throws Exception {
        give("brief", "%PDF- weg");
        LedgerEntry document = entry("brief");
        Reading reading = new Reading(new Extracted.Empty("pictures only"), OcrNeed.WHOLE);
        assertThat(ocr.meanwhile(document, reading)).isEmpty();
        reader.mayEnd.release();
        await().atMost(SOON).until(() -> ocr.resultOf(document).isPresent());
        ledger.withdraw(document.id());
        assertThat(ocr.resultOf(entry("brief"))).isEmpty();
        ledger.failed(entry("brief"), FailureReason.TAKEN_DOWN, null);
        assertThat(ocr.resultOf(entry("brief"))).isEmpty();
    }

    @Test
    void pagesOfAWithdrawnDocumentAreNotLeftToRead() throws Exception {
        give("brief", "%PDF- weg");
        ledger.published(
                entry("brief"), new PublishedText(1, "text", "Brief", List.of(OcrLimits.AWAITED)));
        assertThat(OcrLimits.leftUnread(entry("brief"))).isTrue();
        ledger.withdraw("upload:brief");
        ledger.failed(entry("brief"), FailureReason.TAKEN_DOWN, null);
        assertThat(entry("brief").limits()).containsExactly(OcrLimits.AWAITED);
        assertThat(OcrLimits.leftUnread(entry("brief"))).isFalse();
    }

    @Test
    void whereNoExtractionProcessStartsADocumentWaits() throws Exception {
        withoutProcess.set(1);
        workers.start();
        give("blad", "geen beeld");
        await().atMost(SOON).until(() -> entry("blad").state() != DocumentState.RECEIVED);
        assertThat(entry("blad").reason()).isEqualTo(FailureReason.EMPTY);
        assertThat(entry("blad").attempts()).isEqualTo(1);
    }

    private String begun() throws InterruptedException {
        return reader.begun.poll(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void give(String local, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Stored stored = store.original(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        DocumentId id = new DocumentId("upload", local);
        Receipt receipt =
                new Receipt(
                        stored.contentHash(),
                        stored.size(),
                        Facts.ofFile(local + ".pdf"),
                        Instant.now(),
                        false);
        assertThat(ledger.receive(id, receipt)).isTrue();
        pending.add(id.toString());
    }

    private LedgerEntry entry(String local) {
        return ledger.entry("upload:" + local).orElseThrow();
    }
}
