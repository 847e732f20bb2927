package nl.beleidsradar.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidsradar.ingest.fetch.feed.FeedKind;
import nl.beleidsradar.ingest.fetch.feed.FeedPage;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.ListedDocument;
import nl.beleidsradar.ingest.fetch.web.PoliteFetchers;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.FeedPosition;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main path of a remote source: a page of its list → each document's best file → the intake →
 * remembered; only then does the cursor move. Stopped anywhere, it goes on from the last cursor,
 * and what was taken before is recognised.
 */
public final class FeedFollower {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    private static final String BACK_FILL = "/back-fill";

    private final FeedKinds kinds;
    private final PoliteFetchers fetchers;
    private final PageWork work;
    private final FileRetries retries;
    private final Intake intake;
    private final HarvestLedger ledger;
    private final FeedLedger feeds;
    private final RetryPauses pauses;
    private final Map<String, FeedState> states = new ConcurrentHashMap<>();

    public FeedFollower(
            FeedKinds kinds,
            PoliteFetchers fetchers,
            Intake intake,
            HarvestLedger ledger,
            FeedLedger feeds,
            RetryPauses pauses) {
        this.kinds = kinds;
        this.fetchers = fetchers;
        ListedDocuments documents =
                new ListedDocuments(
                        new ListedFiles(fetchers, intake, ledger, feeds, pauses),
                        ledger,
                        feeds,
                        pauses);
        this.work = new PageWork(documents, intake);
        this.retries = new FileRetries(documents, ledger, feeds, pauses);
        this.intake = intake;
        this.ledger = ledger;
        this.feeds = feeds;
        this.pauses = pauses;
    }

    /**
     * Reads one page of what changed, then tries again what is due. The list goes first, and waits
     * out the pause after a breaker that its files opened: files that fail for days would else open
     * it again and again before the list had its turn.
     *
     * @return how long to wait before the next; nothing where the source has more
     */
    Duration poll(FeedSource source) throws InterruptedException {
        Duration afterList =
                guarded(
                        source,
                        source.id(),
                        state -> {
                            FeedPosition position = position(source);
                            return read(source, position, state, !position.caughtUp())
                                    ? Duration.ZERO
                                    : source.every();
                        });
        FileRetries.Turn turn = retries.take(source);
        if (state(source.id()).failures() > 0) {
            return afterList;
        }
        if (afterList.isZero() || turn.more()) {
            return turn.rest();
        }
        Duration afterFiles = retries.untilNext(source);
        return afterFiles.compareTo(turn.rest()) < 0 ? turn.rest() : afterFiles;
    }

    /**
     * Reads one page of what is old, where that is read apart from what changes.
     *
     * @return how long to wait before the next; empty where there is nothing to read (any more)
     */
    Optional<Duration> fillBack(FeedSource source) throws InterruptedException {
        String track = backFill(source);
        FeedPosition position = feeds.position(track).orElse(null);
        if (position == null || position.caughtUp()) {
            return Optional.empty();
        }
        return Optional.of(
                guarded(
                        source,
                        track,
                        state -> {
                            boolean ignored = read(source, position, state, true);
                            return Duration.ZERO;
                        }));
    }

    /** The track on which what is old is read. */
    static String backFill(FeedSource source) {
        return source.id() + BACK_FILL;
    }

    FeedState state(String track) {
        return states.computeIfAbsent(track, t -> new FeedState());
    }

    private interface Step {
        Duration take(FeedState state) throws FetchFailed, InterruptedException;
    }

    private Duration guarded(FeedSource source, String track, Step step)
            throws InterruptedException {
        FeedState state = state(track);
        try {
            return step.take(state);
        } catch (FetchFailed e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String why = e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            intake.missed(source.source(), why);
            return afterFault(track, state, e);
        } catch (RuntimeException e) {
            // Log or store away: the page is read again when they are back.
            return afterFault(
                    track,
                    state,
                    new FetchFailed(Fault.UNREACHABLE, "not taken now: " + e.getMessage()));
        }
    }

    private Duration afterFault(String track, FeedState state, FetchFailed why) {
        state.failed(String.valueOf(why.getMessage()), ledger.now());
        LOG.warn("{} waits: {}", track, why.getMessage());
        // A page that its files hold up gets on a little each time: that is not put off ever more.
        int inARow = why.asksForRest() ? state.unanswered() : state.failures();
        return pauses.afterList(inARow, why);
    }

    /** Where it was left; the first time, also where the reading of what is old begins. */
    private FeedPosition position(FeedSource source) {
        return feeds.position(source.id())
                .orElseGet(() -> {
                    Instant now = ledger.now();
                    Optional<String> recent = kinds.of(source).startOfNew(source, now);
                    if (recent.isPresent()) {
                        feeds.move(new FeedPosition(backFill(source), null, now, false, now));
                    }
                    FeedPosition first =
                            new FeedPosition(source.id(), recent.orElse(null), now, false, now);
                    feeds.move(first);
                    LOG.info("{} is followed from now on", source.id());
                    return first;
                });
    }

    private boolean read(
            FeedSource source, FeedPosition position, FeedState state, boolean backFill)
            throws FetchFailed, InterruptedException {
        try (FeedLedger.Page asked = feeds.page()) {
            FeedPage page = page(source, position);
            state.answered();
            Map<Taken, Long> taken = work.take(source, current(source, page), backFill, asked);
            // Only the source itself says that a document is gone; a file not there never does.
            page.removed().forEach(gone -> withdraw(source, gone));
            FeedPosition moved = position.moved(page.next(), page.caughtUp(), ledger.now());
            if (!moved.same(position)) {
                feeds.move(moved);
            }
            state.read(page, taken, ledger.now());
            boolean news = taken.containsKey(Taken.CHANGED) || !page.removed().isEmpty();
            state.follow(position.cursor(), page, news);
            return !page.caughtUp();
        }
    }

    private FeedPage page(FeedSource source, FeedPosition position) throws FetchFailed {
        FeedKind kind = kinds.of(source);
        try {
            return kind.read(source, position.cursor(), fetchers.of(source));
        } catch (RuntimeException e) {
            LOG.warn("{}: a page broke its reading", source.id(), e);
            throw FetchFailed.broken("a page that cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Without what is older than what was told of the same document before. */
    private List<ListedDocument> current(FeedSource source, FeedPage page) {
        return kinds.of(source).tellsInOrder()
                ? page.documents()
                : page.documents().stream()
                        .filter(d ->
                                feeds.idOf(source.source(), d.local())
                                        .filter(id -> d.isBefore(revision(source, id)))
                                        .isEmpty())
                        .toList();
    }

    private @Nullable String revision(FeedSource source, String id) {
        return feeds.listing(id).map(l -> l.feeds().get(source.id())).orElse(null);
    }

    private void withdraw(FeedSource source, FeedPage.Removal gone) {
        feeds.withdraw(
                source.source(),
                gone.name(),
                listed -> !gone.isBefore(listed.feeds().get(source.id())),
                intake::withdraw);
    }
}
