package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import nl.beleidsradar.ingest.ReplayServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a list and a detail rebuilt from quoted responses, and longer lists made of them. */
class OpenOverheidKindTest {

    private static final String API = "/overheid/openbaarmakingen/api/v0/zoek";
    private static final String ID = "eef2edec-019e-4085-8e2e-4d3f42686431";
    private static final String LIST = Replayed.recorded("open-overheid/zoek.json");
    private static final String DETAIL = Replayed.recorded("open-overheid/zoek-eef2edec.json");

    private final Replayed replayed = new Replayed();
    private final OpenOverheidKind kind =
            new OpenOverheidKind(
                    Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void serve() {
        replayed.server
                .serve(API, Answer.json(LIST.replace("663177", "1")))
                .serve(API + "/" + ID, Answer.json(DETAIL));
    }

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void isOffUntilSomeoneSwitchesItOn() {
        assertThat(replayed.source("oo-openbaarmakingen").enabled()).isFalse();
    }

    @Test
    void listsThePublicationWithItsFileAndHash() throws FetchFailed {
        FeedPage page = read(null);

        assertThat(page.documents()).hasSize(1);
        ListedDocument map = page.documents().getFirst();
        assertThat(map.local()).isEqualTo(ID);
        assertThat(map.revision()).isEqualTo("2026-03-21T09:23:36.587Z");
        assertThat(map.facts().title()).isEqualTo("Kaart Oudemolen 10km");
        assertThat(map.facts().givenType()).isEqualTo("kaart");
        assertThat(map.facts().published()).isEqualTo(LocalDate.of(2026, 3, 21));
        assertThat(map.facts().url()).isEqualTo("https://open.overheid.nl/documenten/" + ID);
        assertThat(map.facts().fileName()).isEqualTo("KAART_2026_AI_Oudemolen_NB_I_10KM.pdf");
        assertThat(map.facts().metadata())
                .containsEntry(
                        "sender",
                        List.of("ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur"));
        assertThat(map.files().getFirst().address())
                .hasToString("https://open.overheid.nl/documenten/" + ID + "/file");
        assertThat(map.files().getFirst().sha1())
                .isEqualTo("0c2f34fe8af84928dc2ea835836ca6ed1c457f4d");
        assertThat(page.caughtUp()).isTrue();
        assertThat(page.next()).isEqualTo("known=2026-03-21T09:13:36.587Z");
    }

    @Test
    void readsPagesUntilAllOfOneIsKnown() throws FetchFailed {
        replayed.server.serve(API, r -> Answer.json(page(r, 100)));
        List<String> ids = new ArrayList<>();

        // Publications 0 to 99 changed at minute 99 down to 0; those before minute 75 are known.
        String cursor = "known=2026-03-01T01:15:00Z";
        FeedPage page;
        do {
            page = replayed.read(kind, source("pageSize", "10"), cursor);
            page.documents().forEach(d -> ids.add(d.local()));
            cursor = page.next();
        } while (!page.caughtUp());

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        assertThat(cursor).isEqualTo("known=2026-03-01T01:29:00Z");
        assertThat(starts()).containsExactly("0", "10", "20", "30");
    }

    @Test
    void whatShowsAfterAnotherOfTheSameMomentComesWithTheNextSweep() throws FetchFailed {
        replayed.server.serve(API, r -> Answer.json(page(r, 1)));
        FeedPage first = read("known=2026-02-01T00:00:00Z");
        assertThat(first.caughtUp()).isTrue();
        replayed.server.serve(API, r -> Answer.json(page(r, 2).replace(":01:00Z", ":00:00Z")));

        FeedPage second = read(first.next());

        assertThat(second.documents()).extracting(d -> d.facts().title()).hasSize(2);
        assertThat(second.next()).isEqualTo(first.next());
    }

    @Test
    void aNewPublicationDuringASweepLosesNothing() throws FetchFailed {
        replayed.server.serve(API, r -> Answer.json(page(r, 30)));
        FeedPage first =
                replayed.read(kind, source("pageSize", "10"), "known=2026-03-01T00:00:00Z");
        replayed.server.serve(API, r -> Answer.json(page(r, 31)));

        FeedPage second = replayed.read(kind, source("pageSize", "10"), first.next());

        // What was last on the first page is first on the second now: listed again, not skipped.
        assertThat(second.documents().getFirst().local())
                .isEqualTo(first.documents().getLast().local());
    }

    @Test
    void aPublicationFromTheFutureDoesNotHideWhatComesBeforeIt() throws FetchFailed {
        replayed.server.serve(
                API,
                Answer.json(LIST.replace("663177", "1").replace("2026-03-21T", "2126-03-21T")));

        FeedPage page = read("known=2026-03-01T00:00:00Z");

        assertThat(page.documents()).hasSize(1);
        assertThat(page.next()).isEqualTo("known=2026-03-01T00:00:00Z");
    }

    @Test
    void listsWithoutDetailsWhereTheyAreGone() throws FetchFailed {
        replayed.server.fault(API + "/" + ID, ReplayFault.json404());

        ListedDocument listed = read(null).documents().getFirst();

        assertThat(listed.facts().title()).isEqualTo("Kaart Oudemolen 10km");
        assertThat(listed.files().getFirst().address().getPath())
                .isEqualTo("/documenten/" + ID + "/file");
    }

    @Test
    void asksThePageAgainWhereTheHostIsInTrouble() {
        replayed.server.fault(API + "/" + ID, ReplayFault.status(500));

        assertThatThrownBy(() -> read(null)).isInstanceOf(FetchFailed.class);
    }

    @Test
    void aPublicationWithoutAFileIsNoDocument() throws FetchFailed {
        replayed.server.serve(
                API,
                Answer.json(LIST.replace("\"bestandsType\": \"application/pdf\"", "\"x\": 1")));

        assertThat(read(null).documents()).isEmpty();
    }

    @Test
    void eachFurtherFileIsADocumentOfItsOwn() throws FetchFailed {
        String second = DETAIL.substring(DETAIL.indexOf("\"bestanden\": [") + 14);
        second = second.substring(0, second.lastIndexOf('}', second.indexOf(']')) + 1);
        replayed.server.serve(
                API + "/" + ID,
                Answer.json(DETAIL.replace("\"bestanden\": [", "\"bestanden\": [" + second + ",")));

        assertThat(read(null).documents())
                .extracting(ListedDocument::local)
                .containsExactly(ID, ID + ".2");
    }

    @Test
    void whatIsNoListIsAnError() {
        for (String other : List.of("{}", "[]", "<html>", "{\"resultaten\":[]}", "{\"totaal\":1")) {
            replayed.server.serve(API, Answer.json(other));
            assertThatThrownBy(() -> read(null)).isInstanceOf(FetchFailed.class);
        }
    }

    @Test
    void refusesAPageSizeTheServiceDoesNotKnow() {
        assertThatThrownBy(() -> replayed.read(kind, source("pageSize", "25"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> starts() {
        return replayed.server.requests().stream()
                .filter(r -> r.path().equals(API))
                .map(r -> r.parameter("start"))
                .toList();
    }

    /** A page of so many publications, the newest first; n changed at minute n. */
    private String page(Request request, int total) {
        int start = Integer.parseInt(request.parameter("start"));
        int size = Integer.parseInt(request.parameter("aantalResultaten"));
        String hits =
                IntStream.range(start, Math.min(total, start + size))
                        .map(i -> total - 1 - i)
                        .mapToObj(n -> {
                            String id = "00000000-0000-4000-8000-%012d".formatted(n);
                            replayed.server.serve(API + "/" + id, Answer.json(DETAIL));
                            return """
                            {"document":{"id":"%s_1","titel":"%d",
                            "mutatiedatumtijd":"2026-03-01T%02d:%02d:00Z"},
                            "bestandsType":"application/pdf"}\
                            """
                                    .formatted(id, n, n / 60, n % 60);
                        })
                        .collect(Collectors.joining(","));
        return "{\"totaal\":%d,\"resultaten\":[%s]}".formatted(total, hits);
    }

    private FeedSource source(String... settings) {
        return replayed.source("oo-openbaarmakingen", settings);
    }

    private FeedPage read(String cursor) throws FetchFailed {
        return replayed.read(kind, source(), cursor);
    }
}
