package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.ingest.KamerServer;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two feeds, or two tracks of one, that have to do with the same document at the same time. */
class OverlappingFeedsTest {

    private static final String FEED = "tk-syncfeed";
    private static final String CHECK = "tk-odata";
    private static final String FILE = "/SyncFeed/2.0/Resources/";
    private static final String ONE = "tk:2025D00001";

    // The tests hold an answer back until they have done something else: never too slow here.
    @TempDir Path data;
    private final ManualClock clock = new ManualClock();
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private KamerServer kamer;
    private FollowedFeeds feeds;

    @BeforeEach
    void start() {
        kamer = new KamerServer();
        feeds =
                new FollowedFeeds(
                        data, new MemoryLog(), clock, kamer.server.base(), FollowedFeeds.PATIENT);
    }

    @AfterEach
    void stop() throws Exception {
        released.countDown();
        feeds.close();
        kamer.close();
        beside.close();
    }

    @Test
    void aDocumentWithdrawnWhileItsPageWaitsForTheWorkersIsNotTaken() throws Exception {
        feeds.poll(FEED);
        feeds.poll(CHECK);
        documents(1, 3);
        feeds.workersFallBehind();
        hold("/OData/v4/2.0/Document\\?.*1900");
        Future<?> backFill = beside.submit(() -> feeds.follower.fillBack(feeds.source(CHECK)));
        awaitHeld();
        kamer.withdraw(1);
        feeds.poll(FEED);
        released.countDown();
        feeds.workersCatchUp();
        backFill.get();

        assertThat(feeds.ledger.entry(ONE)).isEmpty();
        assertThat(feeds.feeds.listing(ONE)).isEmpty();
        feeds.publishAll();
        assertThat(feeds.completeness(CHECK).held()).isEqualTo(2);
    }

    @Test
    void aDocumentWithdrawnWhileItsFileComesIsNotTakenUntilItIsListedAnew() throws Exception {
        documents(1, 1);
        feeds.poll(FEED);
        feeds.publishAll();
        feeds.poll(CHECK);
        // The new version, which the first feed cannot get, is asked of the second.
        kamer.server.fault(FILE, ReplayFault.json404());
        documents(1, 1);
        feeds.poll(FEED);
        hold("/resource");
        Future<?> backFill = beside.submit(() -> feeds.follower.fillBack(feeds.source(CHECK)));
        awaitHeld();
        kamer.withdraw(1);
        feeds.poll(FEED);
        released.countDown();
        backFill.get();

        assertThat(feeds.entry(ONE).leaving()).isTrue();
        assertThat(feeds.publishAll()).isZero();
        assertThat(feeds.entry(ONE).reason()).isEqualTo(FailureReason.TAKEN_DOWN);
        assertThat(feeds.feeds.listing(ONE)).isEmpty();

        kamer.server.heal();
        documents(1, 1);
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(1);
        assertThat(feeds.entry(ONE).state()).isEqualTo(DocumentState.EXTRACTED);
    }

    @Test
    void whatIsTriedAgainAndWithdrawnMeanwhileIsNotTaken() throws Exception {
        documents(1, 1);
        kamer.server.fault(FILE, ReplayFault.json404(), 1);
        feeds.poll(FEED);
        feeds.poll(CHECK);
        clock.advance(Duration.ofMinutes(5));
        hold(FILE);
        Future<?> poll = beside.submit(() -> feeds.poll(FEED));
        awaitHeld();
        kamer.withdraw(1);
        while (feeds.follower.fillBack(feeds.source(CHECK)).isPresent()) {}
        released.countDown();
        poll.get();

        assertThat(feeds.ledger.entry(ONE)).isEmpty();
        assertThat(feeds.feeds.listing(ONE)).isEmpty();
    }

    @Test
    void bothFeedsCountADocumentThatTheyListAtTheSameTime() throws Exception {
        documents(1, 1);
        feeds.poll(CHECK);
        hold(FILE);
        Future<?> poll = beside.submit(() -> feeds.poll(FEED));
        awaitHeld();
        while (feeds.follower.fillBack(feeds.source(CHECK)).isPresent()) {}
        assertThat(feeds.completeness(CHECK).listed()).isEqualTo(1);
        released.countDown();
        poll.get();

        feeds.publishAll();
        assertThat(feeds.completeness(CHECK).held()).isEqualTo(1);
        assertThat(feeds.completeness(FEED).held()).isEqualTo(1);
    }

    @Test
    void aFileThatOneFeedCannotGetIsAskedOfTheOtherOnce() throws Exception {
        documents(1, 1);
        kamer.server.fault("/resource", ReplayFault.status(500));
        feeds.poll(CHECK);
        while (feeds.follower.fillBack(feeds.source(CHECK)).isPresent()) {}
        assertThat(feeds.completeness(CHECK).missingCount()).isEqualTo(1);

        feeds.poll(FEED);

        assertThat(feeds.publishAll()).isEqualTo(1);
        assertThat(feeds.completeness(CHECK).held()).isEqualTo(1);
        assertThat(feeds.completeness(FEED).held()).isEqualTo(1);
    }

    @Test
    void aFileThatNeitherFeedCanGetIsMissingSinceTheFirstCouldNot() throws Exception {
        documents(1, 1);
        kamer.server.fault("/resource|" + FILE, ReplayFault.status(500));
        feeds.poll(CHECK);
        while (feeds.follower.fillBack(feeds.source(CHECK)).isPresent()) {}
        var since = clock.instant();
        clock.advance(Duration.ofDays(1));
        feeds.poll(FEED);
        feeds.poll(FEED);

        assertThat(feeds.feeds.listing(ONE).orElseThrow().wanted().since()).isEqualTo(since);
        assertThat(kamer.server.count(FILE + KamerServer.guid(1))).isEqualTo(1);
        assertThat(feeds.completeness(CHECK).missingCount()).isEqualTo(1);
        assertThat(feeds.completeness(FEED).missingCount()).isEqualTo(1);
    }

    /** The next answer comes once it is {@link #released}, as it was when it was asked for. */
    private void hold(String target) {
        kamer.server.fault(
                target,
                new ReplayFault.Changed(body -> {
                    arrived.countDown();
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return body;
                }),
                1);
    }

    private void awaitHeld() throws InterruptedException {
        assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void documents(int from, int to) {
        for (int i = from; i <= to; i++) {
            kamer.put(i, "Tekst van document " + i + ", lang genoeg om te lezen.");
        }
    }
}
