package nl.beleidsradar.ingest.fetch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The sources, and whether all they listed is accounted for. */
@RestController
final class SourcesController {

    private static final int MISSING_NAMED = 1_000;

    private final HarvestLedger ledger;
    private final FolderSource folders;
    private final FolderWatch watch;

    SourcesController(HarvestLedger ledger, FolderSource folders, FolderWatch watch) {
        this.ledger = ledger;
        this.folders = folders;
        this.watch = watch;
    }

    /** All sources. */
    record Sources(List<Source> items) {}

    /** One source; {@code listed} is the sum of the four counts after it. */
    record Source(
            String id,
            String kind,
            String state,
            @Nullable Instant lastPoll,
            @Nullable String cursor,
            long listed,
            long held,
            long failed,
            long refused,
            long missingCount,
            List<String> missing,
            @Nullable String message) {}

    @GetMapping("/api/sources")
    Sources sources() {
        Map<String, List<LedgerEntry>> bySource =
                ledger.entries().stream()
                        .filter(LedgerEntry::listed)
                        .collect(Collectors.groupingBy(LedgerEntry::source));
        TreeSet<String> names = new TreeSet<>(bySource.keySet());
        names.addAll(List.of("folder", "upload"));
        return new Sources(
                names.stream().map(n -> source(n, bySource.getOrDefault(n, List.of()))).toList());
    }

    @PostMapping("/api/sources/{id}/poll")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void poll(@PathVariable String id) {
        if (sources().items().stream().noneMatch(s -> s.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no source of this id");
        }
        if (id.equals("folder")) {
            watch.pollNow();
        }
    }

    private Source source(String name, List<LedgerEntry> documents) {
        boolean folder = name.equals("folder");
        Map<DocumentState, Long> counts =
                documents.stream()
                        .collect(Collectors.groupingBy(LedgerEntry::state, Collectors.counting()));
        long waiting = folder ? folders.waiting() : 0;
        long missing = counts.getOrDefault(DocumentState.RECEIVED, 0L) + waiting;
        String trouble = folder ? folders.trouble() : null;
        return new Source(
                name,
                folder ? "folder" : "upload",
                trouble == null ? "ok" : "broken",
                folder ? folders.lastPoll() : null,
                null,
                documents.size() + waiting,
                counts.getOrDefault(DocumentState.EXTRACTED, 0L),
                counts.getOrDefault(DocumentState.FAILED, 0L),
                counts.getOrDefault(DocumentState.REFUSED, 0L),
                missing,
                documents.stream()
                        .filter(d -> d.state() == DocumentState.RECEIVED)
                        .map(LedgerEntry::id)
                        .sorted(Comparator.naturalOrder())
                        .limit(MISSING_NAMED)
                        .toList(),
                trouble);
    }
}
