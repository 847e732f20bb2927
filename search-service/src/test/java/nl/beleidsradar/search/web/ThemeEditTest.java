package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.EnrichStub;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.Theme;
import nl.beleidsradar.search.theme.ThemeLog;
import nl.beleidsradar.search.theme.Themes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Changing a theme on the pages and through the API; a small server plays enrich-service. */
@PagesTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ThemeEditTest {

    private static final EnrichStub ENRICH = new EnrichStub();
    private static final String FILE = "id: weer\nlabels: { nl: Weer, en: Weather }\n";

    @Autowired MockMvcTester mvc;
    @Autowired MemoryLog log;
    @Autowired Themes themes;
    @Autowired ArchiveProgress archive;

    @DynamicPropertySource
    static void enrich(DynamicPropertyRegistry registry) {
        registry.add("beleidsradar.enrich-url", ENRICH::url);
    }

    @BeforeEach
    void restore() {
        ENRICH.accepts();
    }

    @AfterAll
    static void stop() {
        ENRICH.close();
    }

    @Test
    void offersTheFileOfATheme() {
        String page = html(get("/themas/klimaat/aanpassen"));

        assertThat(page)
                .contains("Klimaat aanpassen", "Themabestand", "id: klimaat", "vestigingsklimaat")
                .contains("name=\"versie\" value=\"" + version("klimaat") + "\"")
                .contains("Bekijk het effect", "Opslaan")
                .doesNotContain("??");
        assertThat(html(get("/themas/klimaat/aanpassen?lang=en"))).contains("Change Climate");
        assertThat(get("/themas/onzin/aanpassen")).hasStatus(404);
    }

    @Test
    void savesAThemeAndShowsIt() {
        MvcTestResult saved = submit("/themas/nieuw", "0", "opslaan", FILE.replace("\n", "\r\n"));

        assertThat(saved).hasStatus(302);
        assertThat(saved.getResponse().getHeader("Location")).isEqualTo("/themas/weer?bewaard=1");
        assertThat(themes.theme("weer").orElseThrow().content())
                .isEqualTo("id: weer\nversion: 1\nlabels: { nl: Weer, en: Weather }\n");

        MvcTestResult page = get("/themas/weer?bewaard=1");
        assertThat(html(page))
                .contains("Opgeslagen als versie 1", "Het bijwerken van het archief begint zo")
                .contains(
                        "href=\"/themas/weer/aanpassen\"", "href=\"/themas/weer?vernieuwen=nee\"");
        assertThat(page.getResponse().getHeader("Refresh")).isEqualTo("10");
        assertThat(get("/themas/weer?vernieuwen=nee").getResponse().getHeader("Refresh")).isNull();
        assertThat(html(get("/themas/weer?bewaard=7"))).doesNotContain("Opgeslagen");
    }

    @Test
    void showsHowFarTheArchiveIs() {
        submit("/themas/nieuw", "0", "opslaan", FILE);
        int known = themes.all().stream().mapToInt(Theme::version).sum();
        archive.take(new ArchiveRetagged(0, 50, known, 1, 9, 1_200, 3_000, 0, Instant.now()));

        assertThat(html(get("/themas/weer")))
                .contains("1.200 van 3.000 documenten zijn opnieuw bekeken")
                .contains("value=\"1200\"", "max=\"3000\"")
                .doesNotContain("??");

        archive.take(new ArchiveRetagged(0, 50, known, 9, 9, 2_999, 3_000, 1, Instant.now()));
        MvcTestResult done = get("/themas/weer?bewaard=1");
        assertThat(done.getResponse().getHeader("Refresh")).isNull();
        assertThat(html(done))
                .contains("Alle documenten in het archief zijn opnieuw bekeken")
                .contains("1 document kon niet opnieuw worden bekeken");
    }

    @Test
    void listsWhatIsWrongAndKeepsWhatWasTyped() {
        ENRICH.answers(
                422,
                "{\"detail\":\"x\",\"problems\":[\"theme.yaml:3: unknown key 'terem'\",\"theme.yaml: <b>\"]}");

        for (String action : List.of("opslaan", "bekijken")) {
            MvcTestResult page =
                    submit(
                            "/themas/klimaat/aanpassen",
                            "" + version("klimaat"),
                            action,
                            "id: <getypt>");
            assertThat(page).hasStatus(422);
            assertThat(html(page))
                    .contains("Het bestand klopt nog niet", "Regel 3:", "unknown key")
                    .contains("href=\"#inhoud-veld\"", "id: &lt;getypt&gt;", "&lt;b&gt;")
                    .contains("aria-invalid=\"true\"");
        }
        assertThat(themes.theme("klimaat").orElseThrow().changed()).isNull();
    }

    @Test
    void showsTheEffectBeforeAnythingIsSaved() {
        ENRICH.answers(
                200,
                """
                {"theme":"klimaat","read":1200,"total":5000,"complete":false,"kept":7,
                 "won":{"count":30,"documents":[{"id":"tk:1","title":"Een <brief>","published":"2025-03-02",
                   "strength":"main","passages":[{"text":"Over het Klimaat & zo.","page":2,"terms":["klimaat"]}]}]},
                 "lost":{"count":1,"documents":[{"id":"tk:2"}]},
                 "months":[{"month":"2025-03","won":30,"lost":0},{"month":"2025-04","won":0,"lost":1}],"new":1}
                """);

        String page =
                html(
                        submit(
                                "/themas/klimaat/aanpassen",
                                version("klimaat") + "",
                                "bekijken",
                                "id: klimaat"));

        assertThat(page)
                .contains("De nieuwste 1.200 van ongeveer 5.000 documenten")
                .contains(
                        "30 documenten krijgen het thema erbij", "1 document raakt het thema kwijt")
                .contains("En nog 29 documenten.", "Een &lt;brief&gt;", "hoofdonderwerp")
                .contains("Over het ", "<mark>Klimaat</mark>", " &amp; zo.")
                .contains(
                        "href=\"/documenten/tk:1?pagina=2#p2\"",
                        "maart 2025",
                        "class=\"chart__won\"")
                .contains("form=\"themabestand\"", "maart 2025 – april 2025", "id: klimaat")
                .doesNotContain("??", "style=");
        assertThat(themes.theme("klimaat").orElseThrow().changed()).isNull();
    }

    @Test
    void keepsWhatWasTypedWhereSomeoneElseSavedFirst() {
        int seen = version("klimaat");
        log.before = Optional.of(change(seen + 1));

        MvcTestResult page =
                submit(
                        "/themas/klimaat/aanpassen",
                        "" + seen,
                        "opslaan",
                        "id: klimaat\n# mijn tekst");

        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("nu geldt versie " + (seen + 1), "# mijn tekst");
        assertThat(version("klimaat")).isEqualTo(seen + 1);
    }

    @Test
    void saysThatAServiceIsAwayAndKeepsWhatWasTyped() {
        String seen = "" + version("klimaat");
        log.instead = Optional.of(new ThemeLog.Outcome.Unavailable("no broker", false));
        MvcTestResult page = submit("/themas/klimaat/aanpassen", seen, "opslaan", "id: klimaat");
        assertThat(page).hasStatus(503);
        assertThat(html(page)).contains("niet bereikbaar", "id: klimaat");

        log.instead = Optional.of(new ThemeLog.Outcome.Unavailable("late", true));
        assertThat(html(submit("/themas/klimaat/aanpassen", seen, "opslaan", "id: klimaat")))
                .contains("niet zeker of uw wijziging is opgeslagen");
        log.instead = Optional.of(new ThemeLog.Outcome.Busy());
        assertThat(html(submit("/themas/klimaat/aanpassen", seen, "opslaan", "id: klimaat")))
                .contains("slaat op dit moment");
        ENRICH.answers(503, "");
        assertThat(submit("/themas/klimaat/aanpassen", seen, "bekijken", "x")).hasStatus(503);
        ENRICH.answers(429, "");
        assertThat(html(submit("/themas/klimaat/aanpassen", seen, "bekijken", "x")))
                .contains("Een collega bekijkt");
    }

    @Test
    void doesNotMakeANewThemeOfOneThatIsThere() {
        MvcTestResult page = submit("/themas/nieuw", "0", "opslaan", "id: klimaat\n");

        assertThat(page).hasStatus(409);
        assertThat(html(page)).contains("bestaat al een thema");
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        assertThat(submit("/themas/klimaat/aanpassen", "x", "opslaan", "id: klimaat"))
                .hasStatus(400);
        assertThat(
                        html(
                                submit(
                                        "/themas/klimaat/aanpassen",
                                        "1",
                                        "bekijken",
                                        "x".repeat((1 << 20) + 1))))
                .contains("te groot");
        assertThat(
                        html(
                                submit(
                                        "/themas/cyber/aanpassen",
                                        "" + version("cyber"),
                                        "opslaan",
                                        "id: klimaat\n")))
                .contains("een andere dan die van dit thema");
    }

    private ThemeChanged change(int version) {
        return new ThemeChanged(
                "klimaat", version, "id: klimaat\nversion: " + version + "\n", Instant.now());
    }

    private int version(String id) {
        return themes.theme(id).orElseThrow().version();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private MvcTestResult submit(String address, String version, String action, String content) {
        return mvc.post()
                .uri(URI.create(address))
                .formField("versie", version)
                .formField("actie", action)
                .formField("inhoud", content)
                .exchange();
    }

    private static String html(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
