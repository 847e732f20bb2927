package nl.beleidsradar.ingest.fetch;

import java.util.List;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far a document has come. */
@RestController
final class StatusController {

    private final HarvestLedger ledger;

    StatusController(HarvestLedger ledger) {
        this.ledger = ledger;
    }

    /** The state of one document; {@code reason} only where it failed or was refused. */
    record Status(
            String id, String state, @Nullable String reason, List<String> limits, int attempts) {}

    @GetMapping("/api/documents/{id}/status")
    Status status(@PathVariable String id) {
        try {
            DocumentId ignored = DocumentId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("id: " + e.getMessage());
        }
        return ledger.entry(id)
                .map(StatusController::of)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "no document of this id"));
    }

    private static Status of(LedgerEntry entry) {
        return new Status(
                entry.id(),
                entry.state().toString(),
                entry.reason() == null ? null : entry.reason().toString(),
                entry.limits(),
                entry.attempts());
    }
}
