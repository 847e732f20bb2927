package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.PublishedText;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.service.StepMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class FolderSourceTest {

    @TempDir Path temp;
    private Path in;
    private final MemoryLog log = new MemoryLog();
    private HarvestLedger ledger;
    private FolderSource source;

    @BeforeEach
    void begin() throws Exception {
        in = Files.createDirectory(temp.resolve("in"));
        start(Duration.ZERO);
    }

    @Test
    void takesAFileUnderTheHashOfItsBytesAlsoFromASubFolder() throws Exception {
        write("a/b/c.txt", "inhoud");
        source.poll();
        assertThat(only().id()).isEqualTo(id("inhoud"));
        assertThat(only().state()).isEqualTo(DocumentState.RECEIVED);
        Path stored = new FolderStore(temp.resolve("store")).path(BlobRef.original(hash("inhoud")));
        assertThat(stored).hasContent("inhoud");
    }

    @Test
    void leavesAFileAloneWhileItGrows() throws Exception {
        start(Duration.ofMillis(250));
        Path file = write("a.txt", "eerste ");
        for (int i = 0; i < 5; i++) {
            source.poll();
            Files.writeString(file, "meer ", StandardOpenOption.APPEND);
            Thread.sleep(100);
        }
        assertThat(documents()).isEmpty();
        assertThat(source.waiting()).isEqualTo(1);
        source.poll();
        Thread.sleep(300);
        source.poll();
        assertThat(only().id()).isEqualTo(id("eerste " + "meer ".repeat(5)));
        assertThat(source.waiting()).isZero();
    }

    @Test
    void passesOverHiddenUnfinishedAndLinkedFiles() throws Exception {
        write(".verborgen.txt", "a");
        write(".git/config", "b");
        write("half.tmp", "c");
        write("half.part", "d");
        write("half.crdownload", "e");
        Path outside = Files.writeString(temp.resolve("buiten.txt"), "f");
        Files.createSymbolicLink(in.resolve("link.txt"), outside);
        source.poll();
        assertThat(documents()).isEmpty();
    }

    @Test
    void changedBytesAtAPathAreANewVersionOfItsDocument() throws Exception {
        write("a.txt", "een");
        source.poll();
        publish();
        write("a.txt", "twee, langer");
        source.poll();
        assertThat(only().id()).isEqualTo(id("een"));
        assertThat(only().contentHash()).isEqualTo(hash("twee, langer"));
        assertThat(only().state()).isEqualTo(DocumentState.RECEIVED);
    }

    @Test
    void aMoveOrACopyKeepsTheIdAndIsNothingToDo() throws Exception {
        Path a = write("a.txt", "een");
        source.poll();
        publish();
        Files.copy(a, in.resolve("kopie.txt"));
        source.poll();
        Files.move(a, in.resolve("b.txt"));
        source.poll();
        assertThat(only().id()).isEqualTo(id("een"));
        assertThat(only().state()).isEqualTo(DocumentState.EXTRACTED);
    }

    @Test
    void aPathThatWasMovedAwayFromIsFreeForAnotherDocument() throws Exception {
        Files.move(first("a.txt", "een"), in.resolve("b.txt"));
        source.poll();
        write("a.txt", "iets heel anders");
        source.poll();
        assertThat(documents())
                .extracting(LedgerEntry::id)
                .containsExactlyInAnyOrder(id("een"), id("iets heel anders"));
    }

    @Test
    void aMovedDocumentThatChangesLaterIsANewVersionOfItself() throws Exception {
        Files.move(first("a.txt", "een"), in.resolve("b.txt"));
        source.poll();
        write("b.txt", "een, herzien");
        source.poll();
        assertThat(only().id()).isEqualTo(id("een"));
        assertThat(only().contentHash()).isEqualTo(hash("een, herzien"));
    }

    @Test
    void deletingAFileRemovesNothing() throws Exception {
        Files.delete(first("a.txt", "een"));
        source.poll();
        assertThat(only().state()).isEqualTo(DocumentState.EXTRACTED);
    }

    @Test
    void aRestartTakesNothingAgain() throws Exception {
        first("a.txt", "een");
        start(Duration.ZERO);
        source.poll();
        assertThat(only().state()).isEqualTo(DocumentState.EXTRACTED);
        assertThat(only().revision()).isEqualTo(1);
    }

    @Test
    void whatLayThereWhenTheFolderWasFirstFollowedIsBackFill() throws Exception {
        write("oud.txt", "oud");
        source.poll();
        write("nieuw.txt", "nieuw");
        source.poll();
        start(Duration.ZERO);
        write("nieuwer.txt", "nieuwer");
        source.poll();
        assertThat(documents())
                .filteredOn(LedgerEntry::backFill)
                .extracting(LedgerEntry::id)
                .containsExactly(id("oud"));
        assertThat(documents()).hasSize(3);
    }

    @Test
    void aFileAboveTheLimitIsRefusedWithItsReason() throws Exception {
        write("groot.txt", "x".repeat(2_000));
        source.poll();
        assertThat(only().state()).isEqualTo(DocumentState.REFUSED);
        assertThat(only().reason()).isEqualTo(FailureReason.TOO_LARGE);
    }

    @Test
    void aFileSeenWhileTheLogIsAwayIsTakenLater() throws Exception {
        write("a.txt", "een");
        log.down = true;
        assertThatThrownBy(source::poll).isInstanceOf(LedgerUnavailable.class);
        assertThat(documents()).isEmpty();
        log.down = false;
        source.poll();
        assertThat(only().id()).isEqualTo(id("een"));
    }

    @Test
    void aMissingFolderIsReportedAndHoldsUpNothing() throws Exception {
        Files.delete(in);
        source.poll();
        assertThat(source.trouble()).contains(in.toString());
        Files.createDirectory(in);
        write("a.txt", "een");
        source.poll();
        assertThat(source.trouble()).isNull();
        assertThat(documents()).hasSize(1);
    }

    private void start(Duration stableFor) {
        FetchSettings settings =
                new FetchSettings(
                        List.of(in),
                        temp.resolve("work"),
                        Duration.ofSeconds(1),
                        stableFor,
                        Duration.ZERO,
                        DataSize.ofBytes(1_000),
                        1,
                        new ClassPathResource("sources.yaml"),
                        false,
                        false,
                        Map.of());
        ledger = new HarvestLedger(log, Clock.systemUTC());
        ledger.load();
        PendingDocuments pending = new PendingDocuments();
        Intake intake =
                new Intake(
                        new FolderStore(temp.resolve("store")),
                        ledger,
                        pending,
                        new StepMetrics(new SimpleMeterRegistry()),
                        settings);
        source = new FolderSource(settings, intake, ledger, pending);
    }

    private Path first(String name, String content) throws Exception {
        Path file = write(name, content);
        source.poll();
        publish();
        return file;
    }

    private void publish() {
        ledger.published(only(), new PublishedText(1, "texts/t", "Titel", List.of()));
    }

    private Path write(String name, String content) throws Exception {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Collection<LedgerEntry> documents() {
        return ledger.entries();
    }

    private LedgerEntry only() {
        assertThat(documents()).hasSize(1);
        return documents().iterator().next();
    }

    private static String id(String content) {
        return "folder:" + hash(content);
    }

    private static String hash(String content) {
        return BlobRef.hash(content.getBytes(StandardCharsets.UTF_8));
    }
}
