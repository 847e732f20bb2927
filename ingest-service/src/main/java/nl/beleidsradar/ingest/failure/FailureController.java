package nl.beleidsradar.ingest.failure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.fetch.FolderWatch;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.WatchedPath;
import nl.beleidsradar.ingest.store.BlobStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What did not make it through any of the services, and trying it again. */
@RestController
final class FailureController {

    private static final int PAGE = 100;

    private final HarvestLedger ledger;
    private final PendingDocuments pending;
    private final BlobStore store;
    private final FolderWatch watch;
    private final FetchFailures fetches;
    private final DeadLetterList letters;

    FailureController(
            HarvestLedger ledger,
            PendingDocuments pending,
            BlobStore store,
            FolderWatch watch,
            FetchFailures fetches,
            DeadLetterList letters) {
        this.ledger = ledger;
        this.pending = pending;
        this.store = store;
        this.watch = watch;
        this.fetches = fetches;
        this.letters = letters;
    }

    /** One page of failures, by document id. */
    record Failures(List<Failure> items, @Nullable String next) {}

    /** How many failures are being tried again. */
    record Retried(long retried) {}

    @GetMapping("/api/failures")
    Failures failures(
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> after) {
        var wanted = new FailureFilter(reason, source, stage);
        Optional<FailurePlace> from = after.map(FailurePlace::parse);
        List<Failure> found =
                Stream.of(
                                failed(wanted).map(Failure::of),
                                fetches.all().filter(wanted),
                                letters.matching(wanted).stream().map(Failure::of))
                        .flatMap(Function.identity())
                        .filter(f -> from.isEmpty() || from.get().isBefore(f))
                        .sorted(Failure.ORDER)
                        .limit(PAGE + 1)
                        .toList();
        boolean more = found.size() > PAGE;
        return new Failures(
                more ? found.subList(0, PAGE) : found,
                more ? FailurePlace.after(found.get(PAGE - 1)) : null);
    }

    /** All that went wrong with one document, at whatever stage. */
    @PostMapping("/api/failures/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retry(@PathVariable String id) {
        Optional<LedgerEntry> entry = ledger.entry(id).filter(this::isFailure);
        List<SetAside> dead = letters.of(id);
        boolean unfetched = fetches.isOf(id);
        if (entry.isEmpty() && dead.isEmpty() && !unfetched) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no failure of this id");
        }
        long sent = letters.retry(dead);
        sent += unfetched && fetches.retry(id) ? 1 : 0;
        return new Retried(sent + (entry.isPresent() && retry(entry.get()) ? 1 : 0));
    }

    @PostMapping("/api/failures/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retried retryAll(
            @RequestParam Optional<String> reason,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> stage) {
        var wanted = new FailureFilter(reason, source, stage);
        long sent = letters.retry(letters.matching(wanted));
        sent +=
                fetches.all().filter(wanted).map(Failure::documentId).toList().stream()
                        .filter(fetches::retry)
                        .count();
        return new Retried(sent + failed(wanted).toList().stream().filter(this::retry).count());
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

    private Stream<LedgerEntry> failed(FailureFilter wanted) {
        return ledger.entries().stream()
                .filter(this::isFailure)
                .filter(e -> wanted.test(Failure.of(e)));
    }

    /** What a feed still lists as unfetched is told, and tried again, from there. */
    private boolean isFailure(LedgerEntry entry) {
        return entry.reason() != null
                && !(entry.reason() == FailureReason.FETCH_FAILED && fetches.isOf(entry.id()));
    }
}
