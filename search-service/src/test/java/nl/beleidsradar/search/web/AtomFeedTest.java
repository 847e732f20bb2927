package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class AtomFeedTest {

    private static final Instant WHEN = Instant.parse("2026-11-21T08:00:00Z");
    private static final String HOSTILE =
            "]]><script>alert('x')</script> & \u0000\u001b \ud800 \ufffe é";

    @Test
    void isReadByOthersWhateverTheTitlesHold() throws Exception {
        byte[] xml = feed("/next", item(HOSTILE, "<p>a &amp; b</p>"), item("Kort", "\u0001")).xml();

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
        Feed read =
                (Feed)
                        new WireFeedInput()
                                .build(new StringReader(new String(xml, StandardCharsets.UTF_8)));
        assertThat(read.getFeedType()).isEqualTo("atom_1.0");
        assertThat(read.getId()).isEqualTo("urn:x");
        assertThat(read.getUpdated()).isEqualTo(WHEN);
        assertThat(read.getOtherLinks())
                .extracting("rel", "href")
                .contains(tuple("self", "http://h/self"), tuple("next", "/next"));
        Entry first = read.getEntries().getFirst();
        assertThat(first.getTitle()).contains("<script>alert('x')</script> & ").endsWith("é");
        assertThat(first.getContents().getFirst().getType()).isEqualTo("html");
        assertThat(first.getContents().getFirst().getValue()).isEqualTo("<p>a &amp; b</p>");
        assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("<script>");
    }

    @Test
    void isTheSameForTheSameEntries() {
        assertThat(feed(null, item("a", "b")).xml()).isEqualTo(feed(null, item("a", "b")).xml());
        assertThat(feed(null).updated()).isEqualTo(Instant.EPOCH);
    }

    private static AtomFeed feed(String next, AtomFeed.Item... items) {
        return new AtomFeed(
                "urn:x", "Titel " + HOSTILE, "http://h/self", "http://h/", next, List.of(items));
    }

    private static AtomFeed.Item item(String title, String html) {
        return new AtomFeed.Item(
                "urn:i", title, WHEN, "bron", "http://h/documenten/a", "https://b/?a=1&b=2", html);
    }
}
