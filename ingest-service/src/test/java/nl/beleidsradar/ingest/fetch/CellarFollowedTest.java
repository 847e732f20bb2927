package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.beleidsradar.ingest.CellarServer;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Its notifications come by action, so not in the order in which things happened. */
class CellarFollowedTest {

    private static final String FEED = "eu-cellar";
    private static final String CELEX = "32026R0001";
    private static final String ID = "eu:" + CELEX;

    @TempDir Path data;
    private final ManualClock clock = new ManualClock();
    private final CellarServer cellar = new CellarServer();
    private FollowedFeeds feeds;

    @BeforeEach
    void start() {
        feeds = new FollowedFeeds(data, new MemoryLog(), clock, cellar.server.base());
    }

    @AfterEach
    void stop() throws Exception {
        feeds.close();
        cellar.close();
    }

    @Test
    void aWorkThatCameBackAfterItsRemovalStays() throws Exception {
        cellar.tell("CREATE", CELEX, "2026-03-01T08:50:00Z");
        cellar.tell("DELETE", CELEX, "2026-03-01T08:40:00Z");
        feeds.poll(FEED);
        assertThat(feeds.entry(ID).leaving()).isFalse();
        assertThat(feeds.publishAll()).isEqualTo(1);
        assertThat(feeds.completeness(FEED).held()).isEqualTo(1);
        cellar.tell("DELETE", CELEX, "2026-03-01T09:10:00Z");
        clock.advance(Duration.ofMinutes(30));
        feeds.poll(FEED);
        assertThat(feeds.entry(ID).leaving()).isTrue();
        assertThat(feeds.completeness(FEED).listed()).isZero();
    }

    @Test
    void aChangeFromBeforeTheRemovalDoesNotMakeItTheLastWord() throws Exception {
        cellar.tell("CREATE", CELEX, "2026-03-01T08:50:00Z");
        cellar.tell("UPDATE", CELEX, "2026-03-01T08:30:00Z");
        cellar.tell("DELETE", CELEX, "2026-03-01T08:40:00Z");
        feeds.poll(FEED);
        feeds.poll(FEED);
        assertThat(feeds.entry(ID).leaving()).isFalse();
        assertThat(cellar.server.count("/resource/celex/" + CELEX)).isEqualTo(1);
    }

    @Test
    void aWorkThatCannotBeHadYetComesBackAfterItsRemovalToo() throws Exception {
        cellar.tell("CREATE", CELEX, "2026-03-01T08:50:00Z");
        cellar.tell("DELETE", CELEX, "2026-03-01T08:40:00Z");
        cellar.server.fault("/resource/", ReplayFault.status(500));
        feeds.poll(FEED);
        assertThat(feeds.completeness(FEED).missing()).containsExactly(ID);
    }

    @Test
    void aWorkThatWasRemovedAfterItCameIsGone() throws Exception {
        cellar.tell("CREATE", CELEX, "2026-03-01T08:40:00Z");
        cellar.tell("DELETE", CELEX, "2026-03-01T08:50:00Z");
        feeds.poll(FEED);
        assertThat(feeds.entry(ID).leaving()).isTrue();
    }
}
