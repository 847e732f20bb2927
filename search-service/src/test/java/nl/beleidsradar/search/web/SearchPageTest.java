package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import nl.beleidsradar.search.query.SampleArchive;
import nl.beleidsradar.search.query.SearchQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PagesTest
class SearchPageTest {

    @Autowired MockMvcTester mvc;
    @Autowired SampleArchive archive;

    @AfterEach
    void restore() {
        archive.down = false;
        archive.empty = false;
    }

    @Test
    void isAWholePageInDutchWithoutScript() {
        var page = get("/");
        assertThat(page).hasStatusOk();
        assertThat(html(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"nl\" class=\"voorbeeld-theme\">", "role=\"search\"")
                .contains(
                        "name=\"q\"", "1.242 documenten in 12 ms", "<ol class=\"hits\"", "<article")
                .contains("href=\"#inhoud\"", "<main id=\"inhoud\"")
                .doesNotContain("<script", " style=\"", "onclick", "th:", "??");
    }

    @Test
    void loadsNothingFromElsewhereAndSaysSo() {
        var page = get("/");
        assertThat(page)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
        assertThat(html(page)).doesNotContain("src=\"http", "<link rel=\"stylesheet\" href=\"http");
    }

    @Test
    void servesItsStyleSheetsAtAddressesThatChangeWithThem() {
        String html = html(get("/"));
        var sheet = java.util.regex.Pattern.compile("href=\"(/assets/site-[0-9a-f]{32}\\.css)\"");
        var match = sheet.matcher(html);
        assertThat(match.find()).isTrue();
        assertThat(get(match.group(1)))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void escapesWhatDocumentsSay() {
        assertThat(html(get("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")))
                .contains("&lt;script&gt;alert(&#39;titel&#39;)&lt;/script&gt;")
                .contains("&lt;img src=x onerror=alert(1)><mark>x</mark>")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
                .doesNotContain("<script", "<img src=x", "<b>soort", "javascript:");
    }

    @Test
    void linksASnippetToItsPageInTheDocument() {
        assertThat(html(get("/?q=weerbaarheid")))
                .contains("cyber<mark>weerbaarheid</mark>")
                .contains("href=\"/documenten/folder:navo-verslag?pagina=12#p12\"")
                .containsPattern(
                        "p. 12</span> <span class=\"visually-hidden\">van Verslag van de NAVO");
    }

    @Test
    void offersFacetsAsLinksThatKeepTheRestOfTheSearch() {
        assertThat(html(get("/?q=navo&type=motie&page=2")))
                .contains("href=\"/?q=navo&amp;type=motie&amp;theme=klimaat\"")
                .contains("href=\"/?q=navo&amp;type=motie&amp;from=2021-01-01&amp;to=2021-12-31\"")
                .contains("href=\"/?q=navo&amp;type=motie&amp;dossier=36740-VI\"")
                // The chosen type is a link that takes it away, in the list and above the results.
                .contains("class=\"active-filter\" href=\"/?q=navo\"");
    }

    @Test
    void showsAWholeYearAsOneFilter() {
        assertThat(html(get("/?from=2021-01-01&to=2021-12-31")))
                .containsPattern("Jaar:</span> <span>2021</span>")
                .doesNotContain("Vanaf:");
    }

    @Test
    void offersStrengthsOnceAThemeIsChosenAndDropsThemWithIt() {
        assertThat(html(get("/"))).doesNotContain("strength=");
        assertThat(html(get("/?theme=cyber&strength=main")))
                .contains("href=\"/?theme=cyber&amp;strength=section\"")
                .containsPattern("class=\"active-filter\" href=\"/\"");
    }

    @Test
    void keepsFiltersInItsFormsWithoutScript() {
        assertThat(html(get("/?q=a&theme=cyber&from=2021-02-01&page=3")))
                .contains("<input type=\"hidden\" name=\"theme\" value=\"cyber\">")
                .contains("<input type=\"hidden\" name=\"from\" value=\"2021-02-01\">")
                .contains("<input type=\"hidden\" name=\"q\" value=\"a\">")
                .doesNotContain("type=\"hidden\" name=\"page\"");
    }

    @Test
    void asksForTheNewestWhereThereAreNoWords() {
        get("/");
        assertThat(archive.asked).extracting(SearchQuery::sort).isEqualTo(SearchQuery.Sort.NEWEST);
        get("/?q=navo");
        assertThat(archive.asked)
                .extracting(SearchQuery::sort)
                .isEqualTo(SearchQuery.Sort.RELEVANCE);
    }

    @Test
    void leadsToAllPagesOfTheResults() {
        assertThat(html(get("/?q=navo&page=3")))
                .contains("start=\"41\"")
                .contains("href=\"/?q=navo&amp;page=2\"", "href=\"/?q=navo&amp;page=4\"")
                .contains("href=\"/?q=navo&amp;page=63\"")
                .containsPattern("aria-current=\"page\"\\s+aria-label=\"Pagina 3\"");
        assertThat(html(get("/?q=navo&page=99"))).contains("Naar de eerste pagina");
    }

    @Test
    void helpsWhereNothingIsFound() {
        archive.empty = true;
        assertThat(html(get("/?q=klimaad&theme=cyber")))
                .contains("Geen documenten gevonden", "Controleer of de woorden goed gespeld zijn.")
                .contains("Bedoelde u", "href=\"/?q=klimaat&amp;theme=cyber\"")
                .contains("Zoek zonder filters");
        assertThat(html(get("/"))).contains("nog geen documenten in het archief");
    }

    @Test
    void speaksEnglishWhereAsked() {
        var asked = get("/?lang=en");
        assertThat(html(asked))
                .contains("<html lang=\"en\"", "1,242 documents in 12 ms", "4 June 2021")
                .contains("href=\"/?lang=nl\"");
        assertThat(asked.getResponse().getHeader("Set-Cookie")).contains("lang=en", "HttpOnly");
        var accepted = mvc.get().uri("/").header("Accept-Language", "en-GB,en;q=0.9,nl;q=0.5");
        assertThat(html(accepted.exchange())).contains("<html lang=\"en\"");
        var german = mvc.get().uri("/").header("Accept-Language", "de");
        assertThat(html(german.exchange())).contains("<html lang=\"nl\"", "4 juni 2021");
    }

    @Test
    void explainsAParameterThatCannotBeUsed() {
        var page = get("/?from=gisteren");
        assertThat(page).hasStatus(400);
        assertThat(html(page))
                .contains("Dit adres klopt niet helemaal", "Schrijf hem als 2024-04-25");
        assertThat(get("/?page=0")).hasStatus(400);
        assertThat(get("/?sort=kleur")).hasStatus(400);
        assertThat(get("/?size=101")).hasStatus(400);
        assertThat(get("/?q=a&q=b")).hasStatus(400);
    }

    @Test
    void saysThatTheSearchEngineIsDown() {
        archive.down = true;
        var page = get("/?q=navo");
        assertThat(page).hasStatus(503);
        assertThat(html(page)).contains("Zoeken is nu even niet mogelijk").contains("lang=\"nl\"");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(java.net.URI.create(address)).exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
