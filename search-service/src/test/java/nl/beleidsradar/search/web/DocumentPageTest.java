package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.search.query.SampleArchive;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PagesTest
class DocumentPageTest {

    private static final String LETTER = "/documenten/" + SampleArchive.LETTER;
    private static final String LONG = "/documenten/" + SampleArchive.LONG;

    @Autowired MockMvcTester mvc;

    @Test
    void showsWhatIsKnownOfADocument() {
        assertThat(html(get(LETTER)))
                .contains("<html lang=\"nl\"", "Verslag van de NAVO ministeriële bijeenkomst")
                .contains("4 juni 2021", "Kamerbrief", "verslag.pdf", "Bestandsnaam")
                .contains("href=\"https://www.rijksoverheid.nl/verslag\"")
                .contains("href=\"/api/documents/folder:navo-verslag/original\"")
                .contains("href=\"/api/documents/folder:navo-verslag/text\"")
                .contains("20 november 2026 11:15", "huidige versie")
                .contains("Geannoteerde agenda Raad Buitenlandse Zaken")
                .doesNotContain("<script", " style=\"", "th:", "??");
    }

    @Test
    void marksPassagesAndLeadsToThem() {
        assertThat(html(get(LETTER)))
                .contains("href=\"#t-klimaat-2\"", "id=\"t-klimaat-2\"")
                .contains("id=\"t-cyber-1\"", "href=\"#thema-cyber\"", "id=\"thema-cyber\"")
                .containsPattern("<mark class=\"passage theme-look-\\d\">")
                .contains("hoofdonderwerp", "onder een kop over dit thema");
    }

    @Test
    void listsTheCopiesAndTheEarliest() {
        assertThat(html(get(LETTER)))
                .contains("href=\"/documenten/ob:kst-28676-99\"", "Officiële bekendmakingen")
                .contains("Voor het eerst gepubliceerd op 2 juni 2021, bij Officiële");
    }

    @Test
    void linksReferencesToTheCitedDocument() {
        assertThat(html(get(LETTER)))
                .containsPattern("href=\"/verwijzingen/2021Z08444\"[^>]*>Kamerstuk 2021Z08444</a>")
                // A list of numbers: each is linked, the one that is held to itself.
                .containsPattern("ref-list\"><a class=\"nl-link\" href=\"/documenten/folder:kst\">")
                .contains("href=\"/verwijzingen/kst-33694-59\"")
                .containsPattern("ref--self\"[^>]*>BZDOC-1263270424-59</span>")
                .contains("<span class=\"ref-note\">vorige versie</span>");
    }

    @Test
    void announcesThePagesOfTheText() {
        assertThat(html(get(LETTER))).contains("id=\"p1\"", "id=\"p2\"", "pagina 2");
    }

    @Test
    void showsALongTextInParts() {
        var page = get(LONG);
        assertThat(html(page).length()).isLessThan(200_000);
        assertThat(html(page))
                .contains("Deze tekst is lang. U ziet deel 1 van 87.")
                .contains("niet volledig verwerkt", "te veel ingesloten bestanden")
                .contains("href=\"/documenten/folder:lang?deel=2#tekst\"");
        assertThat(html(get(LONG + "?pagina=1700"))).contains("id=\"p1700\"");
        assertThat(html(get(LONG + "?deel=87"))).contains("U ziet deel 87 van 87", "id=\"p1734\"");
    }

    @Test
    void escapesWhatTheTextSaysAndLinksToNoScript() {
        assertThat(html(get("/documenten/" + SampleArchive.HOSTILE)))
                .contains("&lt;script&gt;alert(&#39;tekst&#39;)&lt;/script&gt; &amp; ")
                .doesNotContain("<script", "<b>soort", "href=\"javascript");
    }

    @Test
    void answersForADocumentThatIsNotHeld() {
        var page = get("/documenten/folder:onbekend");
        assertThat(page).hasStatus(404);
        assertThat(html(page))
                .contains("Dit document staat niet (meer) in het archief.", "lang=\"nl\"");
        assertThat(get("/documenten/geen-kenmerk")).hasStatus(404);
        assertThat(get("/documenten/x:%3Cscript%3E")).hasStatus(404);
    }

    @Test
    void explainsAPartThatDoesNotExist() {
        assertThat(get(LETTER + "?deel=2")).hasStatus(400);
        assertThat(get(LETTER + "?deel=een")).hasStatus(400);
        assertThat(get(LETTER + "?pagina=99")).hasStatusOk();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
