package nl.beleidsradar.ingest.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the best file there is of a listed document and hands it over, or keeps its name to be
 * tried again. What the sources said meanwhile goes before what was known when it was asked for.
 */
final class ListedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ListedFiles.class);
    // So often is the file liked best asked for, while it is there but cannot be had.
    private static final int PATIENCE = 3;
    private static final String UNUSABLE = "a file address that cannot be used";

    private final PoliteFetchers fetchers;
    private final Intake intake;
    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final RetryPauses pauses;

    ListedFiles(
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
     * One asking for the files of one document.
     *
     * @param key the source's own name for it, where that is not in its id
     * @param stands whether it is still to be had, by what is listed of it now; asked when the
     *     answer is there, while nobody else changes that
     */
    record Request(
            FeedSource source,
            DocumentId id,
            @Nullable String key,
            Wanted wanted,
            Predicate<Optional<Listing>> stands) {

        Listing over(Optional<Listing> listed) {
            return listed.orElseGet(() -> Listing.of(id.toString())).known(key);
        }
    }

    /**
     * @throws FetchFailed only if the host wants to be left alone: a file that answered so is kept
     *     to be tried again, one that was not asked for is not
     */
    Taken fetch(Request request) throws FetchFailed {
        Wanted wanted = request.wanted();
        FetchFailed failed = new FetchFailed(Fault.FORBIDDEN, UNUSABLE);
        for (WantedFile file : wanted.files()) {
            try {
                return fetch(request, asked(file));
            } catch (FetchFailed e) {
                if (e.fault() == Fault.BUSY) {
                    throw e;
                }
                failed = e;
                if (e.fault() == Fault.LATER) {
                    break;
                }
                if (e.fault() != Fault.ABSENT && wanted.attempts() < PATIENCE) {
                    break;
                }
            }
        }
        FetchFailed why = failed;
        Taken kept =
                feeds.update(
                        request.id().toString(),
                        listed ->
                                request.stands().test(listed)
                                        ? missed(request, request.over(listed), why)
                                        : Taken.OVERTAKEN);
        if (why.fault() == Fault.LATER) {
            throw why;
        }
        return kept;
    }

    private Taken fetch(Request request, ListedFile file) throws FetchFailed {
        long start = System.nanoTime();
        Downloaded<Stored> got =
                fetchers.download(request.source(), file, intake.maxFileSize(), intake::store);
        return feeds.update(
                request.id().toString(),
                listed -> {
                    if (!request.stands().test(listed)) {
                        return Taken.OVERTAKEN;
                    }
                    boolean changed =
                            intake.take(
                                    request.id(), got.value(), receipt(request, file, got), start);
                    feeds.list(
                            request.over(listed)
                                    .taken(request.source().id(), request.wanted().revision()));
                    return changed ? Taken.CHANGED : Taken.UNCHANGED;
                });
    }

    private Receipt receipt(Request request, ListedFile file, Downloaded<Stored> got) {
        DocumentId id = request.id();
        return new Receipt(
                got.value().contentHash(),
                got.value().size(),
                facts(id, request.wanted()).named(FileNames.of(file, got.contentType(), id)),
                ledger.now(),
                request.wanted().backFill());
    }

    private static ListedFile asked(WantedFile file) throws FetchFailed {
        try {
            return new ListedFile(
                    URI.create(file.address()),
                    Objects.requireNonNullElse(file.headers(), Map.of()),
                    file.fileName(),
                    file.sha1());
        } catch (IllegalArgumentException e) {
            throw new FetchFailed(Fault.FORBIDDEN, UNUSABLE);
        }
    }

    /** What another feed of the same origin knew besides is kept. */
    private Facts facts(DocumentId id, Wanted wanted) {
        return ledger.entry(id.toString())
                .map(known -> wanted.facts().and(known.facts().metadata()))
                .orElse(wanted.facts());
    }

    private Taken missed(Request request, Listing listing, FetchFailed why) {
        DocumentId id = request.id();
        Wanted wanted = request.wanted();
        String detail = String.valueOf(why.getMessage());
        Instant now = ledger.now();
        Receipt nothing = new Receipt("", 0, wanted.facts(), now, wanted.backFill());
        if (why.fault() == Fault.TOO_LARGE) {
            intake.refuse(id, nothing, FailureReason.TOO_LARGE, detail);
            feeds.list(listing.taken(wanted.feed(), wanted.revision()));
            return Taken.REFUSED;
        }
        boolean giveUp = !why.tryAgain() || now.isAfter(wanted.since().plus(pauses.giveUp()));
        Wanted known = listing.wanted();
        if (giveUp && known != null && known.isPending() && !known.feed().equals(wanted.feed())) {
            // The file that the other feed has may still come.
            feeds.list(listing.seen(wanted.feed(), wanted.revision()));
            return Taken.MISSING;
        }
        if (giveUp) {
            intake.unreadable(id, nothing, detail);
        } else {
            intake.missed(id.source(), FailureReason.FETCH_FAILED.toString());
            LOG.info("{} not to be had: {}", id, detail);
        }
        Instant next = giveUp ? null : now.plus(pauses.afterFile(wanted.attempts(), why));
        feeds.list(listing.wanting(wanted.failed(next, detail)));
        return giveUp ? Taken.REFUSED : Taken.MISSING;
    }
}
