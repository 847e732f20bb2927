package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.extract.DocumentTypes;
import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.Language;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import nl.beleidsradar.ingest.ledger.Receipt;
import org.junit.jupiter.api.Test;

class ExtractedEventsTest {

    private final ExtractedEvents events = new ExtractedEvents(new DocumentTypes(), new Language());

    @Test
    void aTextOfWhichNotEverySpanIsToldSaysSo() {
        assertThat(of("Een wo-\nord en niet meer.").extraction().limits()).isEmpty();
        DocumentExtracted full = of("wo-\nord ".repeat(20_001));
        assertThat(full.spans()).hasSize(20_000);
        assertThat(full.extraction().limits()).containsExactly("span-limit");
    }

    private DocumentExtracted of(String text) {
        HarvestLedger ledger = new HarvestLedger(new MemoryLog(), Clock.systemUTC());
        ledger.load();
        DocumentId id = new DocumentId("upload", "a");
        ledger.receive(
                id,
                new Receipt(
                        "sha256-" + "a".repeat(64),
                        text.length(),
                        Facts.ofFile("a.txt"),
                        Instant.now(),
                        false));
        LedgerEntry document = ledger.entry(id.toString()).orElseThrow();
        return events.of(
                document,
                new Extracted.Text(
                        text, List.of(), null, "text/plain", "test", List.of(), Map.of()),
                false);
    }
}
