package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.Listing;
import nl.beleidsradar.ingest.ledger.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again the files that could not be had, a few at a turn, so that neither their number nor
 * their slowness keeps the list of the source from being read.
 */
final class FileRetries {

    private static final Logger LOG = LoggerFactory.getLogger(FileRetries.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final int A_TURN = 25;

    private final ListedDocuments documents;
    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final RetryPauses pauses;

    FileRetries(
            ListedDocuments documents, HarvestLedger ledger, FeedLedger feeds, RetryPauses pauses) {
        this.documents = documents;
        this.ledger = ledger;
        this.feeds = feeds;
        this.pauses = pauses;
    }

    /**
     * What a turn leaves.
     *
     * @param more whether it was cut short, with files left that can be tried at once
     * @param rest how long the source is to be left alone now
     */
    record Turn(boolean more, Duration rest) {}

    /**
     * Tries what is due, the longest due first; none is begun once the turn has taken as long as
     * the source's own pause. A host that is busy ends the turn, and is no fault of the list.
     */
    Turn take(FeedSource source) throws InterruptedException {
        Instant end = ledger.now().plus(source.every());
        List<Listing> due = due(source);
        for (Listing listing : due.stream().limit(A_TURN).toList()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!ledger.now().isBefore(end)) {
                return new Turn(true, Duration.ZERO);
            }
            try {
                Taken ignored = documents.retry(source, listing);
            } catch (FetchFailed e) {
                return new Turn(false, rest(source, e));
            } catch (RuntimeException e) {
                // Log or store away: tried again when they are back.
                return new Turn(
                        false,
                        rest(source, new FetchFailed(Fault.UNREACHABLE, "" + e.getMessage())));
            }
        }
        return new Turn(due.size() > A_TURN, Duration.ZERO);
    }

    /** The source's own pause, shorter where a document is to be tried again before that. */
    Duration untilNext(FeedSource source) {
        Instant now = ledger.now();
        return wanted(source)
                .flatMap(l -> Stream.ofNullable(l.wanted()))
                .flatMap(w -> Stream.ofNullable(w.next()))
                .map(next -> Duration.between(now, next))
                .map(d -> d.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : d)
                .filter(d -> d.compareTo(source.every()) < 0)
                .min(Comparator.naturalOrder())
                .orElse(source.every());
    }

    /** Never longer than the source's own pause: its list may be at another host. */
    private Duration rest(FeedSource source, FetchFailed why) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        LOG.info("{}: files wait: {}", source.id(), why.getMessage());
        Duration asked = pauses.afterList(1, why);
        return asked.compareTo(source.every()) > 0 ? source.every() : asked;
    }

    private List<Listing> due(FeedSource source) {
        return wanted(source)
                .filter(l -> l.wanted() != null && documents.isDue(l.wanted()))
                .sorted(Comparator.comparing(FileRetries::next).thenComparing(Listing::id))
                .toList();
    }

    private static Instant next(Listing listing) {
        Wanted wanted = listing.wanted();
        return wanted == null
                ? Instant.MAX
                : Objects.requireNonNullElse(wanted.next(), Instant.MAX);
    }

    private Stream<Listing> wanted(FeedSource source) {
        return feeds.unfetched().stream()
                .filter(l -> l.wanted() != null && l.wanted().feed().equals(source.id()));
    }
}
