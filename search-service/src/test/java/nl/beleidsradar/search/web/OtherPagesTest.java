package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidsradar.search.query.SampleArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** References, themes, sources, failures and errors; a small server plays ingest-service. */
@PagesTest
class OtherPagesTest {

    /** Answers by address; one that is not here is 500. */
    private static final Map<String, String> INGEST = new ConcurrentHashMap<>();

    private static final String UNKNOWN = "404";
    private static final String SILENCE = "none";
    private static final HttpServer SERVER = serve();

    @Autowired MockMvcTester mvc;
    @Autowired SampleArchive archive;

    private static HttpServer serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        String answer = INGEST.get(exchange.getRequestURI().toString());
                        switch (answer) {
                            case null -> exchange.sendResponseHeaders(500, -1);
                            case UNKNOWN -> exchange.sendResponseHeaders(404, -1);
                            case SILENCE -> {}
                            default -> {
                                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                                exchange.sendResponseHeaders(200, body.length);
                                exchange.getResponseBody().write(body);
                            }
                        }
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @DynamicPropertySource
    static void ingest(DynamicPropertyRegistry registry) {
        registry.add(
                "beleidsradar.ingest-url",
                () -> "http://127.0.0.1:" + SERVER.getAddress().getPort());
    }

    @BeforeEach
    void restore() {
        INGEST.clear();
        archive.down = false;
        archive.empty = false;
    }

    @Test
    void showsWhoRefersToADocumentThatIsNotHeld() {
        assertThat(html(get("/verwijzingen/kst-34919-74")))
                .contains("Kamerstuk 34919, nr. 74", "Dit document staat niet in het archief")
                .contains("href=\"https://zoek.officielebekendmakingen.nl/kst-34919-74\"")
                .contains("Aangehaald door 1 document", "Zie het verslag BZDOC-1263270424-59")
                .contains("href=\"/?reference=kst-34919-74\"");
    }

    @Test
    void takesACanonicalFormWithASlashAsParameter() {
        assertThat(html(get("/verwijzingen?canonical=a/b")))
                .contains(
                        "Dit document staat in het archief",
                        "href=\"/documenten/folder:navo-verslag\"");
        assertThat(get("/verwijzingen")).hasStatus(400);
        assertThat(html(get("/verwijzingen/onbekend"))).contains("Nog niet aangehaald");
    }

    @Test
    void listsTheThemesWithTheirCounts() {
        assertThat(html(get("/themas"))).contains("href=\"/themas/klimaat\"", "1.100 documenten");
        assertThat(html(get("/themas/klimaat")))
                .contains("Nieuwste documenten", "Verslag van de NAVO", "href=\"/?theme=klimaat\"");
        assertThat(archive.asked).isNotNull();
        assertThat(archive.asked.theme()).isEqualTo("klimaat");
        archive.empty = true;
        assertThat(get("/themas/onzin")).hasStatus(404);
    }

    @Test
    void showsWhetherSourcesAreComplete() {
        INGEST.put(
                "/api/sources",
                """
                {"items":[{"id":"folder","kind":"folder","state":"late","lastPoll":"2026-11-20T10:15:00Z",
                 "cursor":"9","listed":1311,"held":1300,"failed":2,"refused":1,"missingCount":8,
                 "missing":["<b>x</b>"],"message":"schijf traag","nieuw":1}]}\
                """);
        assertThat(html(get("/bronnen")))
                .contains(
                        "Documentenmap",
                        "loopt achter",
                        "1.311",
                        "1.300",
                        "schijf traag",
                        "20 november 2026 11:15")
                .contains("href=\"/mislukt?source=folder\"", "&lt;b&gt;x&lt;/b&gt;")
                .doesNotContain("??");
    }

    @Test
    void saysThatAlertsDoNotArrive() {
        INGEST.put("/api/sources", "{\"items\":[]}");
        assertThat(html(get("/bronnen")))
                .contains(
                        "state--bad",
                        "De laatste melding van een proefdocument kwam 21 november 2026 03:15.",
                        "&lt;i&gt;weg&lt;/i&gt;",
                        "0,8 s",
                        "3 (bij 1.204 documenten)",
                        "href=\"/documenten/ob:kst-1-2\"")
                .doesNotContain("??");
    }

    @Test
    void showsFailuresWithTheirReasonInDutch() {
        INGEST.put(
                "/api/failures?source=folder",
                """
                {"items":[{"documentId":"folder:x","title":"Geheim","source":"folder","stage":"extract",
                 "reason":"encrypted","detail":"wachtwoord nodig","at":"2026-11-20T10:15:00Z","attempts":2}],
                 "next":"n/1"}\
                """);
        assertThat(html(get("/mislukt?source=folder")))
                .contains("Geheim", "folder:x", "versleuteld met een wachtwoord", "tekst uitlezen")
                .contains("href=\"/mislukt?source=folder&amp;after=n%2F1\"");
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(html(get("/mislukt"))).contains("Er zijn geen mislukte documenten.");
    }

    @Test
    void offersTheFailuresByReasonStageAndSource() {
        INGEST.put(
                "/api/sources",
                """
                {"items":[{"id":"tk","listed":1,"held":1,"failed":0,"refused":0,"missingCount":0}]}\
                """);
        INGEST.put(
                "/api/failures?reason=refused&source=ob&stage=index",
                """
                {"items":[{"documentId":"ob:kst-1-2","title":"<i>Motie</i>","source":"ob",
                 "stage":"index","reason":"refused","detail":"mapper <x>","at":"2026-11-20T10:15:00Z",
                 "attempts":3},
                 {"documentId":"alert:a1","source":"alert","stage":"deliver","reason":"not-delivered",
                 "detail":"","at":"2026-11-20T10:15:00Z","attempts":9}]}\
                """);
        assertThat(html(get("/mislukt?reason=refused&source=ob&stage=index")))
                .contains(
                        "geweigerd door de volgende stap", "doorzoekbaar maken", "mapper &lt;x&gt;")
                .contains("&lt;i&gt;Motie&lt;/i&gt;", "ontvanger nam de attendering niet aan")
                .contains("<option value=\"refused\" selected=\"selected\">")
                .contains("<option value=\"index\" selected=\"selected\">")
                .contains("<option value=\"ob\" selected=\"selected\">", "<option value=\"tk\">")
                .contains("<input type=\"hidden\" name=\"stage\" value=\"index\">")
                .contains("name=\"document\" value=\"ob:kst-1-2\"")
                .doesNotContain("/documenten/alert:a1")
                .contains("Probeer deze keuze opnieuw", "href=\"/mislukt\"")
                .doesNotContain("??");
    }

    @Test
    void refusesFiltersThatDoNotExistAndTriesNothingAgainForThem() {
        INGEST.put("/api/failures/retry", "{\"retried\":1204}");
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(get("/mislukt?reason=onzin")).hasStatus(400);
        assertThat(html(get("/mislukt?reason=onzin")))
                .contains("Deze reden bestaat niet.")
                .doesNotContain("niet bereikbaar");
        assertThat(html(get("/mislukt?stage=onzin"))).contains("Deze stap bestaat niet.");
        assertThat(html(get("/mislukt?source=%3Cb%3E"))).contains("Deze bron bestaat niet.");
        assertThat(post("/mislukt?reason=onzin")).hasStatus(400);
    }

    @Test
    void triesOneDocumentAgainAndOnlyOnce() {
        INGEST.put("/api/failures/ob:kst-1-2/retry", "{\"retried\":1}");
        INGEST.put("/api/failures?stage=index", "{\"items\":[]}");
        assertThat(post("/mislukt?document=ob:kst-1-2&stage=index"))
                .hasRedirectedUrl("/mislukt?stage=index&opnieuw=1");
        INGEST.remove("/api/failures/ob:kst-1-2/retry");
        assertThat(html(get("/mislukt?stage=index&opnieuw=1")))
                .contains("1 mislukking wordt opnieuw geprobeerd", "notice--good")
                .contains("<option value=\"index\" selected=\"selected\">");
    }

    @Test
    void triesAllOfAChoiceAgain() {
        INGEST.put("/api/failures/retry?source=ob", "{\"retried\":1204}");
        INGEST.put("/api/failures?source=ob", "{\"items\":[]}");
        assertThat(post("/mislukt?source=ob")).hasRedirectedUrl("/mislukt?source=ob&opnieuw=1204");
        assertThat(html(get("/mislukt?source=ob&opnieuw=1204")))
                .contains("1.204 mislukkingen worden opnieuw geprobeerd");
        assertThat(html(get("/mislukt?source=ob&opnieuw=%3Cb%3E")))
                .doesNotContain("role=\"status\"", "role=\"alert\"");
    }

    @Test
    void aBlankDocumentIsNotAllOfThem() {
        INGEST.put("/api/failures/retry", "{\"retried\":1204}");
        INGEST.put(
                "/api/failures",
                """
                {"items":[{"documentId":"","stage":"index","reason":"unreadable","attempts":1}]}\
                """);
        assertThat(post("/mislukt?document=")).hasStatus(400);
        assertThat(html(post("/mislukt?document="))).contains("Er is niet gezegd welk document");
        assertThat(html(get("/mislukt"))).doesNotContain("name=\"document\"");
    }

    @Test
    void whatHasNotFailedAnyMoreIsNothingToTryAgain() {
        INGEST.put("/api/failures/ob:kst-1-2/retry", UNKNOWN);
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(post("/mislukt?document=ob:kst-1-2")).hasRedirectedUrl("/mislukt?opnieuw=0");
        assertThat(html(get("/mislukt?opnieuw=0")))
                .contains("Er is niets om nu opnieuw te proberen.")
                .doesNotContain("notice--good");
    }

    @Test
    void saysThatNothingWasTriedAgain() {
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(post("/mislukt")).hasRedirectedUrl("/mislukt?opnieuw=niet");
        assertThat(html(get("/mislukt?opnieuw=niet"))).contains("Opnieuw proberen lukt nu niet");
    }

    @Test
    void saysThatItMayBeGoingOnWhereNoAnswerCame() {
        INGEST.put("/api/failures/retry", SILENCE);
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(post("/mislukt")).hasRedirectedUrl("/mislukt?opnieuw=onbekend");
        assertThat(html(get("/mislukt?opnieuw=onbekend")))
                .contains("Er kwam geen antwoord. Misschien wordt alles al opnieuw geprobeerd.")
                .doesNotContain("lukt nu niet");
    }

    @Test
    void aButtonsNameBeginsWithWhatItShows() {
        INGEST.put(
                "/api/failures",
                """
                {"items":[{"documentId":"ob:kst-1-2","title":"Motie","source":"ob",
                 "stage":"index","reason":"refused","at":"2026-11-20T10:15:00Z","attempts":3}]}\
                """);
        assertThat(html(get("/mislukt")))
                .contains("aria-label=\"Opnieuw proberen: Motie\">Opnieuw<");
        assertThat(html(get("/mislukt?lang=en"))).contains("aria-label=\"Retry: Motie\">Retry<");
    }

    @Test
    void feedsOfOneOriginShareItsFailures() {
        INGEST.put(
                "/api/sources",
                """
                {"items":[
                 {"id":"tk-syncfeed","source":"tk","listed":1,"held":0,"failed":1,"refused":0,"missingCount":0},
                 {"id":"tk-odata","source":"tk","listed":1,"held":0,"failed":1,"refused":0,"missingCount":0},
                 {"id":"canary","source":"canary","listed":1,"held":1,"failed":0,"refused":0,"missingCount":0}]}\
                """);
        INGEST.put("/api/failures", "{\"items\":[]}");
        assertThat(html(get("/mislukt")))
                .containsOnlyOnce("<option value=\"tk\">")
                .doesNotContain("tk-syncfeed", "canary");
        assertThat(html(get("/bronnen")))
                .contains("href=\"/mislukt?source=tk\"")
                .doesNotContain("source=tk-syncfeed");
    }

    @Test
    void saysThatIngestServiceCannotBeReached() {
        assertThat(html(get("/bronnen"))).contains("niet bereikbaar");
        INGEST.put("/api/failures", "<html>geen JSON");
        assertThat(html(get("/mislukt"))).contains("niet bereikbaar");
    }

    @Test
    void answersAnUnknownAddressWithAPage() {
        var page = get("/bestaat/niet");
        assertThat(page).hasStatus(404);
        assertThat(html(page)).contains("Deze pagina bestaat niet", "role=\"search\"");
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).isNotNull();
    }

    @Test
    void leavesTheErrorsOfTheApiToProblemDetails() {
        var page = get("/api/bestaat-niet");
        assertThat(page).hasStatus(404);
        assertThat(page.getResponse().getContentType()).startsWith("application/problem+json");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(URI.create(address)).exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
