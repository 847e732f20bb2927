package nl.beleidsradar.ingest.fetch;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidsradar.ingest.KamerServer;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source that lists again all it has, none of which has changed: 25,806 documents with {@code
 * -Psoak}, fewer in every build, as each is fetched twice on a connection of its own.
 */
class ReissueTest {

    private static final String FEED = "tk-syncfeed";
    private static final String LIST = "/SyncFeed/2.0/Feed";
    private static final String FILE = "/SyncFeed/2.0/Resources/";
    private static final int DOCUMENTS =
            Integer.getInteger("beleidsradar.reissue.documents", 1_500);
    private static final int PAGE = 250;
    private static final int PAGES = (DOCUMENTS + PAGE - 1) / PAGE;

    @TempDir Path data;
    private final MemoryLog log = new MemoryLog();
    private final AtomicInteger published = new AtomicInteger();
    private KamerServer kamer;
    private FollowedFeeds feeds;
    private Thread worker;

    @BeforeEach
    void start() {
        kamer = new KamerServer(PAGE);
        feeds =
                new FollowedFeeds(
                        data, log, new ManualClock(), kamer.server.base(), FollowedFeeds.PATIENT);
        worker = Thread.ofPlatform().name("worker").start(this::work);
    }

    @AfterEach
    void stop() throws Exception {
        worker.interrupt();
        worker.join();
        feeds.close();
        kamer.close();
    }

    @Test
    void ofUnchangedDocumentsPublishesNothingAndIsShown() throws Exception {
        allAreIssued();
        assertThat(feeds.poll(FEED)).isEqualTo(Duration.ofMinutes(2));
        await().atMost(1, MINUTES).until(() -> feeds.pending.size() == 0);
        await().atMost(1, MINUTES).untilAsserted(() -> assertThat(published).hasValue(DOCUMENTS));
        allAreHeld(DOCUMENTS + " changed");
        eachFileWasAskedFor(1);

        // Each under a new revision: only its bytes tell that it did not change.
        int records = log.size();
        allAreIssued();
        assertThat(feeds.poll(FEED)).isEqualTo(Duration.ofMinutes(2));
        nothingIsPublished();
        allAreHeld(DOCUMENTS + " unchanged");
        eachFileWasAskedFor(2);
        assertThat(log.size() - records).as("revisions and cursors").isEqualTo(DOCUMENTS + PAGES);

        // Each under the revision it has: the list alone tells.
        records = log.size();
        for (int i = 1; i <= DOCUMENTS; i++) {
            kamer.listAgain(i);
        }
        assertThat(feeds.poll(FEED)).isEqualTo(Duration.ofMinutes(2));
        nothingIsPublished();
        allAreHeld(DOCUMENTS + " unchanged");
        eachFileWasAskedFor(2);
        assertThat(log.size() - records).as("cursors").isEqualTo(PAGES);
        assertThat(kamer.server.count(LIST)).as("pages").isEqualTo(3 * (PAGES + 1));
    }

    private void allAreIssued() {
        for (int i = 1; i <= DOCUMENTS; i++) {
            kamer.put(i, "Tekst van document " + i + ", lang genoeg om te lezen.");
        }
    }

    private void work() {
        try {
            while (true) {
                feeds.pending.take(id -> {
                    if (feeds.publish(feeds.entry(id))) {
                        published.incrementAndGet();
                    }
                });
            }
        } catch (InterruptedException e) {
            // The test has ended.
        }
    }

    private void nothingIsPublished() {
        assertThat(feeds.pending.size()).isZero();
        assertThat(feeds.publishAll()).isZero();
        assertThat(published).hasValue(DOCUMENTS);
    }

    private void allAreHeld(String message) {
        SourcesController.Source shown = feeds.shown(FEED);
        assertThat(shown.message()).isEqualTo(message);
        assertThat(shown.listed()).isEqualTo(DOCUMENTS);
        assertThat(shown.held()).isEqualTo(DOCUMENTS);
        assertThat(shown.missingCount()).isZero();
        assertThat(shown.state()).isEqualTo("ok");
    }

    private void eachFileWasAskedFor(int times) {
        for (int i = 1; i <= DOCUMENTS; i++) {
            assertThat(kamer.server.count(FILE + KamerServer.guid(i))).isEqualTo(times);
        }
    }
}
