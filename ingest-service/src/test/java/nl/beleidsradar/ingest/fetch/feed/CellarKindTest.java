package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.ingest.CellarServer;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import nl.beleidsradar.ingest.ReplayServer.Request;
import nl.beleidsradar.ingest.fetch.feed.FeedPage.Removal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against notifications made by hand from the service's documentation and its public clients. */
class CellarKindTest {

    private static final String FIRST = notifications("1");

    private final Replayed replayed = new Replayed();
    private final CellarKind kind =
            new CellarKind(Clock.fixed(Instant.parse("2026-08-06T08:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void serve() {
        replayed.server.serve("/webapi/notification/ingestion", CellarKindTest::answer);
    }

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void readsAllPagesOfAllActionsAndThenFromAnHourBeforeTheNewestOfTheFirst() throws FetchFailed {
        List<FeedPage> pages = sweep("since=2026-08-05T07:00:00Z");

        assertThat(pages).hasSize(4);
        assertThat(pages.getLast().next()).isEqualTo("since=2026-08-05T07:03:00Z");
        assertThat(pages.stream().flatMap(p -> p.documents().stream()))
                .extracting(
                        ListedDocument::local,
                        d -> d.facts().documentType(),
                        d -> d.facts().url(),
                        d -> d.facts().metadata().get("officialId"),
                        ListedDocument::revision)
                .containsExactly(
                        tuple(
                                "32026R1501",
                                "eu-wetgeving",
                                "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32026R1501",
                                List.of("32026R1501"),
                                "2026-08-05T10:00:11.000+02:00"),
                        tuple(
                                "52026PC0210",
                                null,
                                "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:52026PC0210",
                                List.of("52026PC0210"),
                                "2026-08-05T10:02:00.000+02:00"));
        assertThat(pages.stream().flatMap(p -> p.removed().stream()))
                .containsExactly(new Removal("32026D0099", Instant.parse("2026-08-05T08:05:00Z")));
        assertThat(replayed.server.requests())
                .extracting(r -> r.parameter("type") + r.parameter("page"))
                .containsExactly("CREATE1", "CREATE2", "UPDATE1", "DELETE1");
        assertThat(replayed.server.requests())
                .allMatch(r -> r.parameter("startDate").equals("2026-08-05T07:00:00+00:00"))
                .allMatch(r -> r.header("Accept").equals("application/atom+xml"));
    }

    @Test
    void asksForAWorkInDutchAsTextThenAsPagesThenInEnglish() throws FetchFailed {
        ListedDocument regulation =
                kind.read(source(), "since=2026-08-05T07:00:00Z", replayed.fetcher)
                        .documents()
                        .getFirst();

        assertThat(regulation.files())
                .extracting(
                        f -> f.headers().get("Accept-Language"),
                        f -> f.headers().get("Accept").split(",")[0],
                        ListedFile::fileName)
                .containsExactly(
                        tuple("nld", "application/xhtml+xml", "32026R1501.xhtml"),
                        tuple("nld", "application/pdf", "32026R1501.pdf"),
                        tuple("eng", "application/xhtml+xml", "32026R1501.xhtml"),
                        tuple("eng", "application/pdf", "32026R1501.pdf"));
        assertThat(regulation.files())
                .extracting(f -> f.address().toString())
                .containsOnly(replayed.server.base() + "/resource/celex/32026R1501");
    }

    @Test
    void aWorkThatIsListedAndThenDeletedOnOnePageIsGone() throws FetchFailed {
        String both =
                FIRST.replace("celex:62024CC0286", "celex:32026R1501")
                        .replaceFirst("(?s)(.*<notifEntry:type>)create", "$1delete");
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml(both));

        FeedPage page = kind.read(source(), null, replayed.fetcher);

        assertThat(page.documents()).isEmpty();
        assertThat(page.removed()).extracting(Removal::name).containsExactly("32026R1501");
    }

    @Test
    void whatIsCreatedWhileTheOtherActionsAreReadComesWithTheNextSweep() throws FetchFailed {
        try (CellarServer cellar = new CellarServer()) {
            FeedSource source = Replayed.source(cellar.server.base(), "eu-cellar");
            cellar.tell("CREATE", "32026R0001", "2026-08-05T18:00:00Z");
            String cursor =
                    kind.read(source, "since=2026-08-05T07:00:00Z", replayed.fetcher).next();
            cellar.tell("CREATE", "32026R0002", "2026-08-05T22:00:00Z");
            cellar.tell("UPDATE", "32026R0001", "2026-08-06T07:30:00Z");
            for (FeedPage page = null; page == null || !page.caughtUp(); cursor = page.next()) {
                page = kind.read(source, cursor, replayed.fetcher);
            }

            assertThat(kind.read(source, cursor, replayed.fetcher).documents())
                    .extracting(ListedDocument::local)
                    .containsExactly("32026R0001", "32026R0002");
        }
    }

    @Test
    void ofSeveralNoticesOnAPageTheLatestCountsInWhateverOrderTheyCome() throws FetchFailed {
        try (CellarServer cellar = new CellarServer()) {
            cellar.tell("CREATE", "32026R0001", "2026-08-05T18:00:00Z");
            cellar.tell("CREATE", "32026R0001", "2026-08-05T17:00:00Z");

            FeedSource source = Replayed.source(cellar.server.base(), "eu-cellar");
            assertThat(kind.read(source, null, replayed.fetcher).documents())
                    .extracting(ListedDocument::revision)
                    .containsExactly("2026-08-05T18:00:00Z");
        }
    }

    @Test
    void readsTheRssFormToo() throws FetchFailed {
        String rss =
                FIRST.replace("publications.europa.eu/atom/", "publications.europa.eu/rss/")
                        .replace("<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<rss")
                        .replace("</feed>", "</rss>")
                        .replace("entry>", "item>")
                        .replace("updated>", "notifEntry:date>");
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml(rss));

        assertThat(kind.read(source(), null, replayed.fetcher).documents())
                .extracting(ListedDocument::local, ListedDocument::revision)
                .containsExactly(tuple("32026R1501", "2026-08-05T10:00:11.000+02:00"));
    }

    @Test
    void followsNoEndlessChain() {
        String empty = FIRST.replaceAll("(?s)<entry>.*</entry>", "");
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml(empty));
        assertThatThrownBy(() -> kind.read(source(), null, replayed.fetcher))
                .isInstanceOf(FetchFailed.class);
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml(FIRST));
        assertThatThrownBy(() ->
                        kind.read(
                                source(),
                                "since=2026-08-05T07:00:00Z;page=10000",
                                replayed.fetcher))
                .isInstanceOf(FetchFailed.class);
    }

    @Test
    void aNotificationFromTheFutureDoesNotMoveTheSweep() throws FetchFailed {
        String future = notifications("2").replace("2026-08-05T10:03", "2126-08-05T10:03");
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml(future));

        assertThat(
                        kind.read(
                                        replayed.source("eu-cellar", "actions", "CREATE"),
                                        "since=2026-08-05T07:00:00Z",
                                        replayed.fetcher)
                                .next())
                .isEqualTo("since=2026-08-05T07:02:00Z");
    }

    @Test
    void whatIsNoFeedIsAnError() {
        replayed.server.serve("/webapi/notification/ingestion", Answer.xml("<html/>"));
        assertThatThrownBy(() -> kind.read(source(), null, replayed.fetcher))
                .isInstanceOf(FetchFailed.class);
    }

    private List<FeedPage> sweep(String cursor) throws FetchFailed {
        List<FeedPage> pages = new ArrayList<>();
        do {
            pages.add(kind.read(source(), cursor, replayed.fetcher));
            cursor = pages.getLast().next();
        } while (!pages.getLast().caughtUp());
        return pages;
    }

    private FeedSource source() {
        return replayed.source("eu-cellar");
    }

    private static Answer answer(Request request) {
        return Answer.xml(
                switch (request.parameter("type")) {
                    case "CREATE" -> notifications(request.parameter("page"));
                    case "DELETE" -> notifications("delete");
                    default -> notifications("delete").replaceAll("(?s)<entry>.*</entry>", "");
                });
    }

    private static String notifications(String name) {
        return Replayed.recorded("cellar/SYNTHETIC-notifications-" + name + ".xml");
    }
}
