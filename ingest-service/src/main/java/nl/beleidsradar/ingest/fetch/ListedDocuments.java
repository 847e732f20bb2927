package nl.beleidsradar.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.ListedDocument;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.Listing;
import nl.beleidsradar.ingest.ledger.Wanted;
import nl.beleidsradar.ingest.ledger.WantedFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document that a remote source lists, unless it is held as listed. One whose file cannot
 * be had is kept by name and tried again for two weeks, ever less often; then it is a failure that
 * staff can have tried again.
 */
final class ListedDocuments {

    private final ListedFiles files;
    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final RetryPauses pauses;

    ListedDocuments(ListedFiles files, HarvestLedger ledger, FeedLedger feeds, RetryPauses pauses) {
        this.files = files;
        this.ledger = ledger;
        this.feeds = feeds;
        this.pauses = pauses;
    }

    /**
     * @param page that lists it
     * @throws FetchFailed only if the host wants to be left alone
     */
    Taken take(FeedSource source, ListedDocument document, boolean backFill, FeedLedger.Page page)
            throws FetchFailed {
        if (isWithdrawn(source, document, page)) {
            return Taken.OVERTAKEN;
        }
        DocumentId id = id(source, document.local());
        Optional<Listing> known = feeds.listing(id.toString());
        Wanted wanted = known.map(Listing::wanted).orElse(null);
        String seen = known.map(l -> l.feeds().get(source.id())).orElse(null);
        boolean here = wanted == null && isHere(id);
        if (here && document.revision() != null && document.revision().equals(seen)) {
            return Taken.UNCHANGED;
        }
        Wanted asked =
                new Wanted(
                        source.id(),
                        document.revision(),
                        document.facts(),
                        document.files().stream().map(ListedDocuments::file).toList(),
                        backFill,
                        0,
                        since(wanted, source),
                        null,
                        "");
        ListedFiles.Request request =
                new ListedFiles.Request(
                        source,
                        id,
                        document.key(),
                        asked,
                        listed -> !isWithdrawn(source, document, page));
        if (here && source.setting("role", "").equals("check")) {
            // Another feed of the same origin brings the files; this one sees that none is missed.
            return seen(request);
        }
        if (document.files().isEmpty() && !document.unusableAddress()) {
            return Taken.WITHOUT_FILE;
        }
        if (wanted != null && isTried(wanted, seen, source, document)) {
            // Its own time to be tried again has been set.
            return Taken.MISSING;
        }
        return files.fetch(request);
    }

    /** Tries one again that could not be had; see {@link #isDue}. */
    Taken retry(FeedSource source, Listing listing) throws FetchFailed {
        Wanted wanted = listing.wanted();
        if (wanted == null) {
            return Taken.UNCHANGED;
        }
        return files.fetch(
                new ListedFiles.Request(
                        source,
                        DocumentId.parse(listing.id()),
                        listing.key(),
                        wanted,
                        listed -> listed.map(Listing::wanted).filter(wanted::isFor).isPresent()));
    }

    /** Whether it is time, by a clock that may have been set back or forth. */
    boolean isDue(Wanted wanted) {
        Instant next = wanted.next();
        Instant now = ledger.now();
        return next != null && (!next.isAfter(now) || next.isAfter(now.plus(pauses.longestFile())));
    }

    private Taken seen(ListedFiles.Request request) {
        return feeds.update(
                request.id().toString(),
                listed -> {
                    if (!request.stands().test(listed)) {
                        return Taken.OVERTAKEN;
                    }
                    Wanted wanted = request.wanted();
                    feeds.list(request.over(listed).seen(wanted.feed(), wanted.revision()));
                    return Taken.UNCHANGED;
                });
    }

    /** A page may be worked on long after it was asked for. */
    private static boolean isWithdrawn(
            FeedSource source, ListedDocument document, FeedLedger.Page page) {
        String key = document.key();
        return page.isWithdrawn(source.source(), document.local())
                || (key != null && page.isWithdrawn(source.source(), key));
    }

    private boolean isHere(DocumentId id) {
        return ledger.entry(id.toString())
                .filter(e -> e.reason() != FailureReason.TAKEN_DOWN)
                .isPresent();
    }

    /** Each feed may have a file of its own: what one cannot get is asked of the next, once. */
    private static boolean isTried(
            Wanted wanted, @Nullable String seen, FeedSource source, ListedDocument document) {
        return wanted.feed().equals(source.id())
                ? Objects.equals(wanted.revision(), document.revision())
                        && wanted.files().isEmpty() == document.files().isEmpty()
                : Objects.requireNonNullElse(document.revision(), "").equals(seen);
    }

    /** Missing since the first feed could not get it, for as long as it is tried. */
    private Instant since(@Nullable Wanted wanted, FeedSource source) {
        return wanted != null && wanted.isPending() && !wanted.feed().equals(source.id())
                ? wanted.since()
                : ledger.now();
    }

    private static WantedFile file(ListedFile file) {
        return new WantedFile(
                file.address().toString(), file.headers(), file.fileName(), file.sha1());
    }

    /** A name outside the alphabet of ids is replaced by its hash, so that no document is lost. */
    private static DocumentId id(FeedSource source, String local) {
        try {
            return new DocumentId(source.source(), local);
        } catch (IllegalArgumentException e) {
            byte[] name = local.getBytes(StandardCharsets.UTF_8);
            return new DocumentId(source.source(), "named-" + BlobRef.hash(name));
        }
    }
}
