package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nl.beleidsradar.ingest.KamerServer;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go on failing, beside a list that goes on telling of new documents. */
class FileRetriesTest {

    private static final String FEED = "tk-syncfeed";
    private static final String FILE = "/SyncFeed/2.0/Resources/";
    private static final Duration ENOUGH = Duration.ofMinutes(30);
    private static final String LIST = "/SyncFeed/2.0/Feed";

    @TempDir Path data;
    private final ManualClock clock = new ManualClock();
    private KamerServer kamer;
    private FollowedFeeds feeds;

    @BeforeEach
    void start() {
        kamer = new KamerServer();
        feeds = new FollowedFeeds(data, new MemoryLog(), clock, kamer.server.base());
    }

    @AfterEach
    void stop() throws Exception {
        feeds.close();
        kamer.close();
    }

    @Test
    void filesThatAnswerWithServerErrorsDoNotKeepNewDocumentsFromBeingSeen() throws Exception {
        documents(1, 40);
        for (int i = 1; i <= 40; i++) {
            kamer.server.fault(FILE + KamerServer.guid(i), ReplayFault.status(500));
        }
        follow(Duration.ofHours(1));
        assertThat(missing()).isEqualTo(40);

        // All of them are due again when the new one comes.
        clock.advance(Duration.ofHours(6));
        documents(41, 41);
        follow(Duration.ofHours(1));

        assertThat(missing()).isEqualTo(40);
        assertThat(feeds.entry("tk:2025D00041").state()).isEqualTo(DocumentState.EXTRACTED);
        assertThat(feeds.follower.state(FEED).failures()).isZero();
    }

    @Test
    void aPageOfFilesThatFailIsNotPutOffEverMore() throws Exception {
        documents(1, 60);
        kamer.server.fault("/resource", ReplayFault.status(500));
        feeds.poll("tk-odata");
        Instant end = clock.instant().plus(ENOUGH);
        while (clock.instant().isBefore(end)) {
            Duration pause = feeds.follower.fillBack(feeds.source("tk-odata")).orElse(ENOUGH);
            clock.advance(pause.plusMillis(1));
        }
        assertThat(feeds.completeness("tk-odata").missingCount()).isEqualTo(60);
    }

    @Test
    void theListHasItsTurnBetweenFilesThatAreSlow() throws Exception {
        documents(1, 4);
        kamer.server.fault(FILE, ReplayFault.json404());
        feeds.poll(FEED);
        kamer.server.heal();
        for (int i = 1; i <= 4; i++) {
            kamer.server.serve(FILE + KamerServer.guid(i), r -> slow());
        }
        clock.advance(Duration.ofMinutes(5));
        int asked = kamer.server.count(LIST);

        assertThat(feeds.follower.poll(feeds.source(FEED))).isZero();

        assertThat(missing()).isEqualTo(3);
        feeds.poll(FEED);
        assertThat(missing()).isZero();
        assertThat(kamer.server.count(LIST)).isEqualTo(asked + 4);
    }

    @Test
    void noMoreThanAFewAreTriedBetweenTwoLooksAtTheList() throws Exception {
        documents(1, 60);
        kamer.server.fault(FILE, ReplayFault.json404());
        feeds.poll(FEED);
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(5));

        assertThat(feeds.follower.poll(feeds.source(FEED))).isZero();

        assertThat(missing()).isEqualTo(35);
        feeds.poll(FEED);
        assertThat(missing()).isZero();
    }

    @Test
    void filesAreTriedAgainAlsoWhileTheListIsBroken() throws Exception {
        documents(1, 1);
        kamer.server.fault(FILE, ReplayFault.json404());
        feeds.poll(FEED);
        kamer.server.heal();
        kamer.server.fault(LIST, ReplayFault.malformed());
        clock.advance(Duration.ofMinutes(5));

        feeds.poll(FEED);

        assertThat(feeds.follower.state(FEED).failures()).isEqualTo(1);
        assertThat(missing()).isZero();
    }

    private long missing() {
        feeds.publishAll();
        return feeds.completeness(FEED).missingCount();
    }

    /** Polls as often as the follower wants to. */
    private void follow(Duration time) throws InterruptedException {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            // The breaker opens just after its time.
            clock.advance(feeds.poll(FEED).plusMillis(1));
        }
    }

    /** A file that takes three minutes; the source is polled every two. */
    private ReplayServer.Answer slow() {
        clock.advance(Duration.ofMinutes(3));
        return ReplayServer.Answer.of("text/plain", "Eindelijk.".getBytes(StandardCharsets.UTF_8));
    }

    private void documents(int from, int to) {
        for (int i = from; i <= to; i++) {
            kamer.put(i, "Tekst van document " + i + ", lang genoeg om te lezen.");
        }
    }
}
