package nl.beleidsradar.ingest.failure;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.fetch.FolderWatch;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.WatchedPath;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What did not make it through fetching or extraction, and trying it again. */
@RestController
final class FailureController {

    private static final int PAGE = 100;

    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final FolderStore store;
    private final FolderWatch watch;

    FailureController(
            HarvestLedger ledger, PendingDocuments pending, FolderStore store, FolderWatch watch) {
        this.ledger = ledger;
        this.pending = pending;
        this.store = store;
        this.watch = watch;
    }

    /** One page of failures, by document id. */
    record Failures(List<Failure> items, @Nullable String next) {}

    /** One document that did not make it. */
    record Failure(
            String documentId,
            @Nullable String title,
            String source,
            String stage,
            String reason,
            String detail,
            Instant at,
            int attempts) {}

    /** How many documents are being tried again. */
    record Retried(long retried) {}

    @GetMapping("/api/failures")
    Failures failures(
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> after) {
        List<Failure> found =
                matching(reason, source)
                        .filter(e -> after.isEmpty() || e.id().compareTo(after.get()) > 0)
                        .sorted(Comparator.comparing(LedgerEntry::id))
                        .limit(PAGE + 1)
                        .map(FailureController::failure)
                        .toList();
        boolean more = found.size() > PAGE;
        return new Failures(
                more ? found.subList(0, PAGE) : found,
                more ? found.get(PAGE - 1).documentId() : null);
    }

    @PostMapping("/api/failures/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retry(@PathVariable String id) {
        LedgerEntry entry =
                ledger.entry(id)
                        .filter(e -> e.reason() != null)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND, "no failure of this id"));
        return new Retried(retry(entry) ? 1 : 0);
    }

    @PostMapping("/api/failures/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retryAll(@RequestParam Optional<String> reason, @RequestParam Optional<String> source) {
        return new Retried(matching(reason, source).toList().stream().filter(this::retry).count());
    }

    private boolean retry(LedgerEntry entry) {
        boolean held =
                !entry.contentHash().isEmpty()
                        && store.holds(BlobRef.original(entry.contentHash()));
        if (held) {
            boolean again = ledger.retry(entry.id());
            if (again) {
                pending.add(entry.id());
            }
            return again;
        }
        // Without the bytes there is nothing to extract: its folder is asked for them again.
        ledger.paths().stream()
                .filter(p -> p.documentId().equals(entry.id()))
                .map(WatchedPath::path)
                .toList()
                .forEach(ledger::forgetPath);
        watch.pollNow();
        return entry.source().equals("folder");
    }

    private Stream<LedgerEntry> matching(Optional<String> reason, Optional<String> source) {
        Optional<FailureReason> wanted =
                reason.map(r ->
                        FailureReason.parse(r)
                                .orElseThrow(() ->
                                        new BadRequest(
                                                "reason must be one of "
                                                        + List.of(FailureReason.values()))));
        return ledger.entries().stream()
                .filter(e -> e.reason() != null)
                .filter(e -> wanted.isEmpty() || wanted.get() == e.reason())
                .filter(e -> source.isEmpty() || e.source().equals(source.get()));
    }

    private static Failure failure(LedgerEntry entry) {
        FailureReason reason = entry.reason();
        String title = entry.title() == null ? entry.facts().title() : entry.title();
        return new Failure(
                entry.id(),
                title == null ? entry.facts().fileName() : title,
                entry.source(),
                reason == null ? "" : reason.stage(),
                String.valueOf(reason),
                entry.detail() == null ? "" : entry.detail(),
                entry.changed(),
                entry.attempts());
    }
}
