package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.DocumentId;

/** Documents that are on the log already, as a ledger knows them. */
public final class PublishedDocuments {

    private PublishedDocuments() {}

    public static void enter(HarvestLedger ledger, String id) {
        ledger.receive(
                DocumentId.parse(id),
                new Receipt(
                        "sha256-" + "0".repeat(64),
                        1,
                        Facts.ofFile("a.txt"),
                        Instant.EPOCH,
                        false));
        ledger.published(
                ledger.entry(id).orElseThrow(),
                new PublishedText(1, "texts/t", "Motie", List.of()));
    }
}
