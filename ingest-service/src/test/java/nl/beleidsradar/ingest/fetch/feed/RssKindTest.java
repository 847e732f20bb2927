package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against feeds made by hand: no capture of the live feed is public. */
class RssKindTest {

    private final Replayed replayed = new Replayed();
    private final RssKind kind = new RssKind();

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void listsTheItemsOfAnRssFeed() throws FetchFailed {
        FeedPage page = read("SYNTHETIC-rss.xml");

        assertThat(page.caughtUp()).isTrue();
        assertThat(page.next()).isEqualTo("newest=2026-07-03T22:30:00Z");
        assertThat(page.documents())
                .extracting(
                        ListedDocument::local,
                        d -> d.facts().title(),
                        d -> d.facts().published(),
                        Replayed::files)
                .containsExactly(
                        // Half past midnight in Amsterdam.
                        tuple(
                                "doc-aaa111",
                                "Kamerbrief over militaire mobiliteit",
                                LocalDate.of(2026, 7, 4),
                                List.of("kamerbrief-militaire-mobiliteit")),
                        tuple(
                                FeedValues.hash(
                                        replayed.server.base()
                                                + "/documenten/rapporten/2026/07/01/rapport"),
                                "Rapport klimaatadaptatie",
                                LocalDate.of(2026, 7, 1),
                                List.of("rapport.pdf", "rapport")));
        assertThat(replayed.server.requests().getFirst().parameter("query"))
                .startsWith("{\"filters\":[]");
    }

    @Test
    void listsTheEntriesOfAnAtomFeedAndFollowsNoNextLink() throws FetchFailed {
        FeedPage page = read("SYNTHETIC-atom.xml");

        assertThat(page.documents())
                .extracting(
                        ListedDocument::local, d -> d.facts().published(), ListedDocument::revision)
                .containsExactly(
                        tuple(
                                "urn-uuid-0acb97b8-b3cf-4654-92c2-0fa4199c100c",
                                LocalDate.of(2026, 7, 2),
                                "2026-07-03T08:00:00Z"));
        assertThat(page.caughtUp()).isTrue();
        assertThat(replayed.server.count("/api/rss")).isEqualTo(1);
    }

    @Test
    void oneItemThatCannotBeUsedDoesNotStopTheOthers() throws FetchFailed {
        replayed.server.serve(
                "/api/rss",
                Answer.xml(
                        "<rss version='2.0'><channel><title>t</title><link>l</link>"
                                + "<description>d</description><item><title>nameless</title></item><item><guid"
                                + " isPermaLink='false'>b</guid><link>http://[no</link></item><item><guid"
                                + " isPermaLink='false'>c</guid><link>http://a/c</link>"
                                + "</item></channel></rss>"));

        assertThat(replayed.read(kind, replayed.source("ro-rss"), null).documents())
                .extracting(ListedDocument::local, Replayed::files, ListedDocument::unusableAddress)
                .containsExactly(tuple("b", List.of(), true), tuple("c", List.of("c"), false));
    }

    @Test
    void whatIsNoFeedIsAnError() {
        for (String other : List.of("<html/>", "{}", "", "<rss version=\"2.0\">")) {
            replayed.server.serve("/api/rss", Answer.xml(other));
            assertThatThrownBy(() -> replayed.read(kind, replayed.source("ro-rss"), null))
                    .isInstanceOf(FetchFailed.class);
        }
    }

    private FeedPage read(String name) throws FetchFailed {
        replayed.server.serve("/api/rss", Answer.xml(Replayed.recorded("rijksoverheid/" + name)));
        return replayed.read(kind, replayed.source("ro-rss"), null);
    }
}
