package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.FeedPosition;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.Listing;
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

    // What lies here already should be read within the hour.
    private static final Duration OWN_TERM = Duration.ofHours(1);
    private static final int FAULTS = 3;

    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final SourceCatalog catalog;
    private final FeedFollower follower;
    private final FeedWatch feedWatch;
    private final FolderSource folders;
    private final FolderWatch watch;
    private final Instant started;

    SourcesController(
            HarvestLedger ledger,
            FeedLedger feeds,
            SourceCatalog catalog,
            FeedFollower follower,
            FeedWatch feedWatch,
            FolderSource folders,
            FolderWatch watch) {
        this.ledger = ledger;
        this.feeds = feeds;
        this.catalog = catalog;
        this.follower = follower;
        this.feedWatch = feedWatch;
        this.folders = folders;
        this.watch = watch;
        this.started = ledger.now();
    }

    /** All sources. */
    record Sources(List<Source> items) {}

    /**
     * One source; {@code listed} is the sum of the four counts after it, {@code source} the first
     * part of its documents' ids.
     */
    record Source(
            String id,
            String source,
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
        List<Source> items = new ArrayList<>();
        own().forEach((name, count) -> items.add(own(name, count)));
        Map<String, Completeness> counts = remote();
        catalog.all()
                .forEach(
                        s -> items.add(remote(s, counts.getOrDefault(s.id(), new Completeness()))));
        return new Sources(items);
    }

    @PostMapping("/api/sources/{id}/poll")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void poll(@PathVariable String id) {
        if (catalog.source(id).isPresent()) {
            if (!feedWatch.pollNow(id)) {
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "this source is switched off in sources.yaml");
            }
        } else if (id.equals("folder")) {
            watch.pollNow();
        } else if (!own().containsKey(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no source of this id");
        }
    }

    /** Folder, upload and whatever source an upload named. */
    private Map<String, Completeness> own() {
        Map<String, Completeness> counts = new TreeMap<>();
        Completeness folder = new Completeness();
        counts.put("folder", folder);
        counts.put("upload", new Completeness());
        for (LedgerEntry document : ledger.entries()) {
            if (document.listed() && !catalog.isReserved(document.source())) {
                counts.computeIfAbsent(document.source(), s -> new Completeness()).add(document);
            }
        }
        folder.addUnnamed(folders.waiting());
        return counts;
    }

    private Map<String, Completeness> remote() {
        Map<String, Completeness> counts = new HashMap<>();
        for (Listing listing : feeds.listings()) {
            LedgerEntry document = ledger.entry(listing.id()).orElse(null);
            listing.feeds()
                    .keySet()
                    .forEach(feed ->
                            counts.computeIfAbsent(feed, f -> new Completeness())
                                    .add(listing, document));
        }
        return counts;
    }

    private Source own(String name, Completeness count) {
        boolean folder = name.equals("folder");
        String trouble = folder ? folders.trouble() : null;
        boolean late = count.isMissingSinceBefore(ledger.now().minus(OWN_TERM));
        return source(
                name,
                name,
                folder ? "folder" : "upload",
                trouble != null ? "broken" : late ? "late" : "ok",
                folder ? folders.lastPoll() : null,
                null,
                count,
                trouble);
    }

    private Source remote(FeedSource source, Completeness count) {
        FeedState state = follower.state(source.id());
        BackFill backFill = BackFill.of(source, feeds, follower);
        return source(
                source.id(),
                source.source(),
                source.kind(),
                state(source, state, backFill, count),
                state.lastPoll(),
                feeds.position(source.id()).map(FeedPosition::cursor).orElse(null),
                count,
                backFill.message(state.message(count.listed())));
    }

    private String state(
            FeedSource source, FeedState state, BackFill backFill, Completeness count) {
        if (!feedWatch.isLive(source)) {
            return "paused";
        }
        if (state.failures() >= FAULTS || backFill.failures() >= FAULTS) {
            return "broken";
        }
        if (backFill.failures() > 0) {
            return "late";
        }
        Instant due = ledger.now().minus(source.term());
        Instant last = Optional.ofNullable(state.lastSuccess()).orElse(started);
        return last.isBefore(due) || count.isMissingSinceBefore(due) ? "late" : "ok";
    }

    private static Source source(
            String id,
            String source,
            String kind,
            String state,
            @Nullable Instant lastPoll,
            @Nullable String cursor,
            Completeness count,
            @Nullable String message) {
        return new Source(
                id,
                source,
                kind,
                state,
                lastPoll,
                cursor,
                count.listed(),
                count.held(),
                count.failed(),
                count.refused(),
                count.missingCount(),
                count.missing(),
                message);
    }
}
