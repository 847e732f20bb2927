package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import nl.beleidsradar.search.query.SampleArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A dossier, and the ways that lead from other pages to following something. */
@PagesTest
class DossierPageTest {

    @Autowired MockMvcTester mvc;
    @Autowired SampleArchive archive;

    @BeforeEach
    void restore() {
        archive.down = false;
        archive.empty = false;
    }

    @Test
    void listsItsDocumentsWithTheNewestFirst() {
        assertThat(html(get("/dossiers/36740-VI?page=2")))
                .contains("Dossier 36740\u00a0VI", "1.242 documenten in dit dossier")
                .contains("Verslag van de NAVO", "href=\"/dossiers/36740-VI?page=3\"")
                .contains("href=\"/abonnementen/nieuw?dossier=36740-VI\"")
                .doesNotContain("??");
        assertThat(archive.asked).isNotNull();
        assertThat(archive.asked.dossier()).isEqualTo("36740-VI");
        assertThat(archive.asked.sort()).hasToString("newest");
        assertThat(archive.asked.page()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "36%20740%20vi",
                "36.740-VI",
                "dossier:36740-VI",
                "kamerstuk%2036740-vi",
                "Dossier%2036%20740%20VI"
            })
    void leadsFromEverySpellingToTheNormalOne(String written) {
        assertThat(get("/dossiers/" + written)).hasRedirectedUrl("/dossiers/36740-VI");
    }

    @Test
    void tellsWhoCitesADossierThatIsNotHeld() {
        archive.empty = true;
        assertThat(html(get("/dossiers/34919")))
                .contains("staat nog geen document in het archief", "Aangehaald door 1 document")
                .contains("Zie het verslag BZDOC-1263270424-59")
                .contains("href=\"/?reference=dossier%3A34919\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onzin", "1", "%3Cscript%3E", "36740-VI%0d%0aX:1", "%E2%80%AE36740"})
    void saysWhatIsNoNumber(String written) {
        var page = get("/dossiers/" + written);
        assertThat(page).hasStatus(404);
        assertThat(html(page)).contains("geen nummer van een dossier").doesNotContain("<script>");
    }

    @Test
    void saysThatTheArchiveDoesNotAnswer() {
        archive.down = true;
        assertThat(get("/dossiers/36740")).hasStatus(503);
    }

    @Test
    void refusesAPageThatCannotBe() {
        assertThat(get("/dossiers/36740?page=0")).hasStatus(400);
    }

    @Test
    void offersToFollowOnEveryPageThatHasSomethingToFollow() {
        assertThat(html(get("/?q=%22a%20b%22%20-c&theme=cyber&strength=main&sort=newest&page=2")))
                .contains(
                        "href=\"/abonnementen/nieuw?q=%22a%20b%22%20-c&amp;theme=cyber&amp;strength=main\"")
                .contains(
                        "<link rel=\"alternate\" type=\"application/atom+xml\"",
                        "href=\"/feeds/search.atom?q=%22a%20b%22%20-c&amp;theme=cyber&amp;strength=main\"");
        assertThat(html(get("/themas/klimaat")))
                .contains("href=\"/abonnementen/nieuw?theme=klimaat\"")
                .contains("href=\"/feeds/themes/klimaat.atom\"");
        assertThat(html(get("/verwijzingen/kst-34919-74")))
                .contains("href=\"/abonnementen/nieuw?reference=kst-34919-74\"");
        assertThat(html(get("/documenten/" + SampleArchive.LETTER)))
                .contains("href=\"/abonnementen/nieuw?reference=BZDOC-1263270424-59\"")
                .contains("href=\"/abonnementen/nieuw?dossier=28676\"", "Dossier 28676")
                .contains("href=\"/abonnementen/nieuw?theme=klimaat\"");
        assertThat(html(get("/documenten/" + SampleArchive.HOSTILE)))
                .contains(
                        "href=\"/abonnementen/nieuw?q=%22%3Cscript%3Ealert%28%27titel%27%29%3C%2Fscript%3E%22\"");
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
