package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nl.beleidsradar.ingest.ReplayServer;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listed document is accounted for by name, whatever is written where its file should be. */
class ListedAddressesTest {

    private static final String FEED = "ro-rss";

    @TempDir Path data;
    private final ReplayServer server = ReplayServer.start();
    private FollowedFeeds feeds;

    @BeforeEach
    void start() {
        feeds = new FollowedFeeds(data, new MemoryLog(), new ManualClock(), server.base());
        server.serve(
                "/good", Answer.of("text/plain", "Een tekst.".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() throws Exception {
        feeds.close();
        server.close();
    }

    @Test
    void aDocumentWithAnAddressThatCannotBeUsedIsAFailureByName() throws Exception {
        list("http://[no");
        feeds.poll(FEED);
        feeds.publishAll();

        assertThat(feeds.entry("ro:a").reason()).isEqualTo(FailureReason.FETCH_FAILED);
        assertThat(feeds.entry("ro:a").detail()).isEqualTo("a file address that cannot be used");
        assertThat(counts()).isEqualTo("2 = 1 + 1 + 0 + 0");
        assertThat(feeds.feeds.position(FEED).orElseThrow().caughtUp()).isTrue();
    }

    @Test
    void itIsTakenOnceItHasAnAddress() throws Exception {
        list("http://[no");
        feeds.poll(FEED);
        list(server.base() + "/good");
        feeds.poll(FEED);
        feeds.publishAll();

        assertThat(counts()).isEqualTo("2 = 2 + 0 + 0 + 0");
    }

    private void list(String address) {
        server.serve(
                "/api/rss",
                Answer.xml(
                        """
                        <rss version="2.0"><channel><title>t</title><link>l</link>
                        <description>d</description>%s%s</channel></rss>\
                        """
                                .formatted(
                                        item("a", address), item("b", server.base() + "/good"))));
    }

    private static String item(String name, String address) {
        return """
        <item><guid isPermaLink="false">%s</guid><link>%s</link></item>\
        """
                .formatted(name, address);
    }

    private String counts() {
        Completeness c = feeds.completeness(FEED);
        return "%d = %d + %d + %d + %d"
                .formatted(c.listed(), c.held(), c.failed(), c.refused(), c.missingCount());
    }
}
