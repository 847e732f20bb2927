package nl.beleidsradar.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.PreviousVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HarvestLedgerTest {

    private static final DocumentId ID = new DocumentId("upload", "a");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final MemoryLog log = new MemoryLog();
    private HarvestLedger ledger;

    @BeforeEach
    void load() {
        ledger = restarted();
    }

    @Test
    void sameBytesAndFactsAgainAreNothingToDo() {
        assertThat(ledger.receive(ID, receipt("1"))).isTrue();
        assertThat(ledger.receive(ID, receipt("1"))).isFalse();
    }

    @Test
    void remembersAllOfItOverARestart() {
        ledger.receive(ID, receipt("1"));
        ledger.published(entry(), new PublishedText(1, "texts/t1", "Titel", List.of("x")));
        ledger.receive(ID, receipt("2"));
        ledger.remember(new WatchedPath("/a/b", 3, NOW, hash("1"), "folder:x"));
        ledger.remember(new WatchedPath("/a/c", 3, NOW, hash("1"), "folder:x"));
        ledger.forgetPath("/a/c");
        ledger.follow("/a");
        LedgerEntry before = entry();
        ledger = restarted();
        assertThat(entry()).isEqualTo(before);
        assertThat(ledger.paths()).extracting(WatchedPath::path).containsExactly("/a/b");
        assertThat(ledger.isFollowed("/a")).isTrue();
    }

    @Test
    void anUnfinishedDocumentKeepsItsSequenceForTheNextTry() {
        ledger.receive(ID, receipt("1"));
        assertThat(entry().sequence()).isZero();
        ledger = restarted();
        assertThat(entry().state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(entry().sequence()).isZero();
    }

    @Test
    void aNewerVersionNamesThePublishedOneBeforeIt() {
        ledger.receive(ID, receipt("1"));
        ledger.published(entry(), new PublishedText(1, "texts/t1", "Titel", List.of()));
        ledger.receive(ID, receipt("2"));
        assertThat(entry().previousForNext())
                .containsExactly(new PreviousVersion(hash("1"), NOW, "texts/t1"));
    }

    @Test
    void workOnOlderBytesThatEndsLateLeavesNewerBytesToDo() {
        ledger.receive(ID, receipt("1"));
        LedgerEntry work = entry();
        ledger.receive(ID, receipt("2"));
        ledger.published(work, new PublishedText(1, "texts/t1", "Titel", List.of()));
        assertThat(entry().state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(entry().sequence()).isEqualTo(1);
        assertThat(entry().contentHash()).isEqualTo(hash("2"));
        ledger.failed(work, FailureReason.CORRUPT, "late");
        assertThat(entry().state()).isEqualTo(DocumentState.RECEIVED);
    }

    @Test
    void onlyAFailureCanBeTriedAgain() {
        ledger.receive(ID, receipt("1"));
        assertThat(ledger.retry(ID.toString())).isFalse();
        ledger.failed(entry(), FailureReason.TIMED_OUT, "");
        assertThat(entry().state()).isEqualTo(DocumentState.FAILED);
        assertThat(ledger.retry(ID.toString())).isTrue();
        assertThat(entry().state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(entry().attempts()).isEqualTo(1);
    }

    @Test
    void aWriteTheLogRefusesDoesNotCount() {
        log.down = true;
        assertThatThrownBy(() -> ledger.receive(ID, receipt("1")))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(ledger.entry(ID.toString())).isEmpty();
        log.down = false;
        assertThat(ledger.receive(ID, receipt("1"))).isTrue();
    }

    @Test
    void aWriteInDoubtIsTakenBackBeforeAnythingElseIsWritten() {
        ledger.receive(ID, receipt("1"));
        LedgerEntry before = entry();
        log.silent = true;
        assertThatThrownBy(() -> ledger.receive(ID, receipt("2")))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(restarted().entry(ID.toString()).orElseThrow().contentHash())
                .as("the log did keep it")
                .isEqualTo(hash("2"));
        assertThatThrownBy(
                        () -> ledger.remember(new WatchedPath("/a", 3, NOW, hash("1"), "folder:x")))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(entry()).isEqualTo(before);
        log.silent = false;
        ledger.follow("/b");
        HarvestLedger fresh = restarted();
        assertThat(fresh.entry(ID.toString())).contains(before);
        assertThat(fresh.paths()).isEmpty();
        assertThat(fresh.isFollowed("/b")).isTrue();
        int settled = log.size();
        ledger.follow("/c");
        assertThat(log.size()).as("settled once").isEqualTo(settled + 1);
    }

    @Test
    void whatIsInDoubtStaysSoWhileTheLogIsAway() {
        log.silent = true;
        assertThatThrownBy(() -> ledger.receive(ID, receipt("1")))
                .isInstanceOf(LedgerUnavailable.class);
        log.silent = false;
        log.down = true;
        assertThatThrownBy(() -> ledger.follow("/b")).isInstanceOf(LedgerUnavailable.class);
        log.down = false;
        ledger.follow("/b");
        assertThat(restarted().entry(ID.toString())).isEmpty();
    }

    @Test
    void knowsWhatWasAttachedToADocumentAndTakesNoFileOfAFolderForIt() {
        DocumentId parent = new DocumentId("folder", "p");
        DocumentId child = new DocumentId("folder", "p~1");
        ledger.receive(parent, receipt("1"));
        ledger.receive(
                child,
                new Receipt(hash("2"), 5, Facts.ofFile("b.txt"), NOW, false, parent.toString()));
        ledger = restarted();
        assertThat(ledger.children(parent.toString()))
                .extracting(LedgerEntry::id)
                .containsExactly("folder:p~1");
        assertThat(ledger.entry("folder:p~1").orElseThrow().listed()).isFalse();
        assertThat(ledger.folderDocumentOf(hash("1"))).contains("folder:p");
        assertThat(ledger.folderDocumentOf(hash("2"))).isEmpty();
    }

    private HarvestLedger restarted() {
        HarvestLedger fresh = new HarvestLedger(log, Clock.systemUTC());
        fresh.load();
        return fresh;
    }

    private LedgerEntry entry() {
        return ledger.entry(ID.toString()).orElseThrow();
    }

    private static Receipt receipt(String digit) {
        return new Receipt(hash(digit), 5, Facts.ofFile("a.txt"), NOW, false);
    }

    private static String hash(String digit) {
        return "sha256-" + digit.repeat(64);
    }
}
