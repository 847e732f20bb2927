package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.beleidsradar.ingest.KamerServer;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is read on two tracks is shown as it goes on the worse of them. */
class SourcesControllerTest {

    private static final String FEED = "tk-odata";
    // What is old is asked for from the beginning; what is new is not.
    private static final String OLD = "1900-01-01";

    @TempDir Path data;
    private final ManualClock clock = new ManualClock();
    private KamerServer kamer;
    private FollowedFeeds feeds;

    @BeforeEach
    void start() throws Exception {
        kamer = new KamerServer();
        kamer.put(1, "Tekst van document 1, lang genoeg om te lezen.");
        feeds = new FollowedFeeds(data, new MemoryLog(), clock, kamer.server.base());
        feeds.poll(FEED);
    }

    @AfterEach
    void stop() throws Exception {
        feeds.close();
        kamer.close();
    }

    @Test
    void aBackFillThatFailsIsNeverInOrderAndSaysWhy() throws Exception {
        kamer.server.fault(OLD, ReplayFault.malformed());

        fillBack();
        assertThat(feeds.shown(FEED).state()).isEqualTo("late");
        assertThat(feeds.shown(FEED).message())
                .contains("back-fill: unfinished, ")
                .contains("malformed");

        fillBack();
        fillBack();
        feeds.poll(FEED);
        assertThat(feeds.follower.state(FEED).failures()).isZero();
        assertThat(feeds.shown(FEED).state()).isEqualTo("broken");
        assertThat(feeds.shown(FEED).message()).contains("(3 times in a row)");
    }

    @Test
    void aBackFillIsToldOfUntilItHasReachedItsEnd() throws Exception {
        assertThat(feeds.shown(FEED).state()).isEqualTo("ok");
        assertThat(feeds.shown(FEED).message()).contains("back-fill: unfinished");

        while (feeds.follower.fillBack(feeds.source(FEED)).isPresent()) {}
        feeds.publishAll();

        assertThat(feeds.shown(FEED).state()).isEqualTo("ok");
        assertThat(feeds.shown(FEED).message()).isNull();
        assertThat(feeds.shown(FEED).held()).isEqualTo(1);
    }

    @Test
    void aListThatFailsIsBrokenWhateverItsBackFillDoes() throws Exception {
        while (feeds.follower.fillBack(feeds.source(FEED)).isPresent()) {}
        kamer.server.fault("/OData/", ReplayFault.malformed());
        for (int i = 0; i < 3; i++) {
            feeds.poll(FEED);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(feeds.shown(FEED).state()).isEqualTo("broken");
        assertThat(feeds.shown(FEED).message()).doesNotContain("back-fill");
    }

    private void fillBack() throws InterruptedException {
        assertThat(feeds.follower.fillBack(feeds.source(FEED))).isPresent();
        clock.advance(Duration.ofMinutes(2));
    }
}
