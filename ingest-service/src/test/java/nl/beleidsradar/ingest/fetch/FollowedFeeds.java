package nl.beleidsradar.ingest.fetch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.ingest.fetch.feed.CellarKind;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.OData;
import nl.beleidsradar.ingest.fetch.feed.RssKind;
import nl.beleidsradar.ingest.fetch.feed.SyncFeed;
import nl.beleidsradar.ingest.fetch.web.PoliteFetchers;
import nl.beleidsradar.ingest.fetch.web.TransferLimits;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.FeedLedger;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.LedgerLog;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.PublishedText;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.service.StepMetrics;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** The following of remote sources with all it needs, on a log and a clock of the test. */
final class FollowedFeeds implements AutoCloseable {

    // Requests a second: more than can be made, so that no test waits at the gate of a host.
    private static final double RATE = 100_000;

    static final TransferLimits QUICK =
            new TransferLimits(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(700),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(500),
                    DataSize.ofBytes(2_000),
                    3,
                    Duration.ofHours(6),
                    5,
                    Duration.ofMinutes(1),
                    "test");

    /** For what must not fail because the machine is busy. */
    static final TransferLimits PATIENT =
            new TransferLimits(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    DataSize.ofBytes(1),
                    3,
                    Duration.ofHours(6),
                    50,
                    Duration.ofMinutes(1),
                    "test");

    final HarvestLedger ledger;
    final FeedLedger feeds;
    final FeedFollower follower;
    final PendingDocuments pending = new PendingDocuments();
    final SourceCatalog catalog;
    private final PoliteFetchers fetchers;
    private final FeedKinds kinds;
    private final FetchSettings settings;
    private final Intake intake;

    FollowedFeeds(Path data, LedgerLog log, Clock clock, URI server) {
        this(data, log, clock, server, QUICK);
    }

    FollowedFeeds(Path data, LedgerLog log, Clock clock, URI server, TransferLimits limits) {
        kinds =
                new FeedKinds(
                        List.of(new SyncFeed(), new OData(), new RssKind(), new CellarKind(clock)));
        feeds = new FeedLedger(log);
        ledger = new HarvestLedger(log, clock, feeds);
        ledger.load();
        SourceSettings there = new SourceSettings(server, true, null, RATE);
        // Another name of the same server: neither feed waits for the other at the gate of a host.
        URI alias = URI.create("http://localhost:" + server.getPort());
        SourceSettings aside = new SourceSettings(alias, true, null, RATE);
        ClassPathResource file = new ClassPathResource("sources.yaml");
        catalog =
                SourceCatalog.of(
                        file,
                        Map.of(
                                "tk-syncfeed",
                                there,
                                "tk-odata",
                                aside,
                                "ro-rss",
                                there,
                                "eu-cellar",
                                there));
        settings =
                new FetchSettings(
                        List.of(),
                        data.resolve("work"),
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Duration.ZERO,
                        DataSize.ofKilobytes(100),
                        1,
                        file,
                        true,
                        true,
                        Map.of());
        fetchers = new PoliteFetchers(catalog.all(), limits, true, clock);
        intake =
                new Intake(
                        new FolderStore(data.resolve("store")),
                        ledger,
                        pending,
                        new StepMetrics(new SimpleMeterRegistry()),
                        settings);
        follower =
                new FeedFollower(
                        kinds,
                        fetchers,
                        intake,
                        ledger,
                        feeds,
                        new RetryPauses(
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(30),
                                Duration.ofMinutes(1),
                                Duration.ofHours(6),
                                Duration.ofDays(14)));
    }

    FeedSource source(String id) {
        return catalog.source(id).orElseThrow();
    }

    /** Polls until the source has no more, or a fault makes it wait; gives that pause. */
    Duration poll(String id) throws InterruptedException {
        Duration pause = Duration.ZERO;
        for (int i = 0; pause.isZero() && i < 5_000; i++) {
            pause = follower.poll(source(id));
        }
        return pause;
    }

    /** What a worker would do: every received document is published, every withdrawn one goes. */
    int publishAll() {
        int published = 0;
        for (LedgerEntry entry : List.copyOf(ledger.entries())) {
            if (publish(entry)) {
                published++;
            }
        }
        return published;
    }

    /** What a worker does with one pending document; tells whether that published it. */
    boolean publish(LedgerEntry entry) {
        if (entry.leaving()) {
            ledger.failed(entry, FailureReason.TAKEN_DOWN, entry.detail());
        } else if (entry.state() == DocumentState.RECEIVED) {
            ledger.published(
                    entry,
                    new PublishedText(entry.sequence() + 1, "texts/t", entry.id(), List.of()));
            return true;
        }
        return false;
    }

    Completeness completeness(String feed) {
        Completeness count = new Completeness();
        feeds.listings().stream()
                .filter(l -> l.feeds().containsKey(feed))
                .forEach(l -> count.add(l, ledger.entry(l.id()).orElse(null)));
        return count;
    }

    /** A source as {@code /api/sources} shows it. */
    SourcesController.Source shown(String id) {
        FolderSource folders = new FolderSource(settings, intake, ledger, pending);
        return new SourcesController(
                        ledger,
                        feeds,
                        catalog,
                        follower,
                        new FeedWatch(catalog, kinds, follower, ledger, settings),
                        folders,
                        new FolderWatch(folders, ledger, settings))
                .sources().items().stream()
                        .filter(s -> s.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    LedgerEntry entry(String id) {
        return ledger.entry(id).orElseThrow();
    }

    String message(String feed) {
        return String.valueOf(follower.state(feed).message(completeness(feed).listed()));
    }

    /** No back-fill is taken until {@link #workersCatchUp}. */
    void workersFallBehind() {
        for (int i = 0; i < 1_000; i++) {
            pending.add("none:" + i);
        }
    }

    void workersCatchUp() throws InterruptedException {
        while (pending.size() > 0) {
            pending.take(id -> {});
        }
    }

    @Override
    public void close() throws Exception {
        fetchers.close();
    }
}
