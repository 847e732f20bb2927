package nl.beleidsradar.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.ListedDocument;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import nl.beleidsradar.ingest.fetch.web.Downloaded;
import nl.beleidsradar.ingest.fetch.web.PoliteFetchers;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.Listing;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.ledger.Wanted;
import nl.beleidsradar.ingest.ledger.WantedFile;
import nl.beleidsradar.ingest.store.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a document that a remote source lists: fetches the best file there is and hands it over.
 * One whose file cannot be had is kept by name and tried again for two weeks, ever less often; then
 * it is a failure that staff can have tried again.
 */
final class ListedDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ListedDocuments.class);
    // So often is the file liked best asked for, while it is there but cannot be had.
    private static final int PATIENCE = 3;

    private final PoliteFetchers fetchers;
    private final Intake intake;
    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final RetryPauses pauses;

    ListedDocuments(
            PoliteFetchers fetchers,
            Intake intake,
            HarvestLedger ledger,
            FeedLedger feeds,
            RetryPauses pauses) {
        this.fetchers = fetchers;
        this.intake = intake;
        this.ledger = ledger;
        this.feeds = feeds;
        this.pauses = pauses;
    }

    /**
     * @throws FetchFailed only if the host is not to be asked now: nothing is remembered then
     */
    Taken take(FeedSource source, ListedDocument document, boolean backFill) throws FetchFailed {
        DocumentId id = id(source, document.local());
        Listing known =
                feeds.listing(id.toString())
                        .orElseGet(() -> new Listing(id.toString(), Map.of(), null, null))
                        .known(document.key());
        Wanted wanted = known.wanted();
        boolean here = wanted == null && isHere(id);
        String seen = known.feeds().get(source.id());
        if (here && document.revision() != null && document.revision().equals(seen)) {
            return Taken.UNCHANGED;
        }
        if (here && source.setting("role", "").equals("check")) {
            // Another feed of the same origin brings the files; this one sees that none is missed.
            feeds.list(known.taken(source.id(), document.revision()));
            return Taken.UNCHANGED;
        }
        if (document.files().isEmpty()) {
            return Taken.WITHOUT_FILE;
        }
        if (wanted != null && isAsWanted(wanted, source, document)) {
            // Its own time to be tried again has been set.
            if (seen == null) {
                feeds.list(known.wanting(wanted, source.id()));
            }
            return Taken.MISSING;
        }
        return attempt(
                source,
                known,
                new Wanted(
                        source.id(),
                        document.revision(),
                        document.facts(),
                        document.files().stream().map(ListedDocuments::file).toList(),
                        backFill,
                        0,
                        ledger.now(),
                        null,
                        ""));
    }

    /** Tries one again that could not be had; see {@link #isDue}. */
    Taken retry(FeedSource source, Listing listing) throws FetchFailed {
        Wanted wanted = listing.wanted();
        return wanted == null ? Taken.UNCHANGED : attempt(source, listing, wanted);
    }

    /** Whether it is time, by a clock that may have been set back or forth. */
    boolean isDue(Wanted wanted) {
        Instant next = wanted.next();
        Instant now = ledger.now();
        return next != null && (!next.isAfter(now) || next.isAfter(now.plus(pauses.longestFile())));
    }

    private boolean isHere(DocumentId id) {
        return ledger.entry(id.toString())
                .filter(e -> e.reason() != FailureReason.TAKEN_DOWN)
                .isPresent();
    }

    private static boolean isAsWanted(Wanted wanted, FeedSource source, ListedDocument document) {
        return !wanted.feed().equals(source.id())
                || Objects.equals(wanted.revision(), document.revision());
    }

    private Taken attempt(FeedSource source, Listing listing, Wanted wanted) throws FetchFailed {
        DocumentId id = DocumentId.parse(listing.id());
        FetchFailed failed = new FetchFailed(Fault.ABSENT, "no file");
        for (WantedFile file : wanted.files()) {
            try {
                boolean changed = fetch(source, id, wanted, file);
                feeds.list(listing.taken(source.id(), wanted.revision()));
                return changed ? Taken.CHANGED : Taken.UNCHANGED;
            } catch (FetchFailed e) {
                if (e.fault() == Fault.BUSY) {
                    throw e;
                }
                failed = e;
                if (e.fault() != Fault.ABSENT && wanted.attempts() < PATIENCE) {
                    break;
                }
            }
        }
        return missed(source, listing, wanted, failed);
    }

    private boolean fetch(FeedSource source, DocumentId id, Wanted wanted, WantedFile file)
            throws FetchFailed {
        long start = System.nanoTime();
        ListedFile asked =
                new ListedFile(
                        URI.create(file.address()),
                        Objects.requireNonNullElse(file.headers(), Map.of()),
                        file.fileName(),
                        file.sha1());
        Downloaded<Stored> got =
                fetchers.download(source, asked, intake.maxFileSize(), intake::store);
        return intake.take(
                id,
                got.value(),
                new Receipt(
                        got.value().contentHash(),
                        got.value().size(),
                        facts(id, wanted).named(FileNames.of(asked, got.contentType(), id)),
                        ledger.now(),
                        wanted.backFill()),
                start);
    }

    /** What another feed of the same origin knew besides is kept. */
    private Facts facts(DocumentId id, Wanted wanted) {
        return ledger.entry(id.toString())
                .map(known -> wanted.facts().and(known.facts().metadata()))
                .orElse(wanted.facts());
    }

    private Taken missed(FeedSource source, Listing listing, Wanted wanted, FetchFailed why) {
        DocumentId id = DocumentId.parse(listing.id());
        String detail = String.valueOf(why.getMessage());
        Instant now = ledger.now();
        Receipt nothing = new Receipt("", 0, wanted.facts(), now, wanted.backFill());
        if (why.fault() == Fault.TOO_LARGE) {
            intake.refuse(id, nothing, FailureReason.TOO_LARGE, detail);
            feeds.list(listing.taken(source.id(), wanted.revision()));
            return Taken.REFUSED;
        }
        boolean giveUp = !why.tryAgain() || now.isAfter(wanted.since().plus(pauses.giveUp()));
        if (giveUp) {
            intake.unreadable(id, nothing, detail);
        } else {
            intake.missed(id.source(), FailureReason.FETCH_FAILED.toString());
            LOG.info("{} not to be had: {}", id, detail);
        }
        feeds.list(
                listing.wanting(
                        new Wanted(
                                wanted.feed(),
                                wanted.revision(),
                                wanted.facts(),
                                wanted.files(),
                                wanted.backFill(),
                                wanted.attempts() + 1,
                                wanted.since(),
                                giveUp ? null : now.plus(pauses.afterFile(wanted.attempts(), why)),
                                detail),
                        source.id()));
        return giveUp ? Taken.REFUSED : Taken.MISSING;
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
