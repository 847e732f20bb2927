package nl.beleidsradar.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in a real browser, with scripts switched off, as staff and their screen readers use
 * them.
 */
@Tag("local-stack")
class BrowserIT {

    private static final int OFFSET = 19000;
    private static final String THEME =
            """
            id: veiligheid
            labels:
              nl: Veiligheid
              en: Security
            terms:
              - { term: veiligheid, mode: stem, weight: strong }
            examples:
              must: [Over de veiligheid.]
              mustNot: [Over iets anders.]
            """;

    @TempDir static Path folder;
    private static LocalStack stack;
    private static Chromium chromium;
    private static Browser browser;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        // Probe documents, quickly enough that the page of sources tells of one.
        Map<String, String> settings = Map.of("BELEIDSRADAR_CANARY", "5s");
        stack = LocalStack.start(settings, folder.resolve("data"), OFFSET);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stack.api.searchable()).isEqualTo(5));
        chromium = Chromium.start();
        browser = chromium.browser;
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        stack.close();
    }

    @BeforeEach
    void openContext() {
        context = chromium.withoutScripts();
        page = context.newPage();
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void searchesFiltersAndOpensADocument() {
        page.navigate(stack.api.search.toString());
        page.locator("input[name=q]").fill("weerbaarheid");
        page.locator("input[name=q]").press("Enter");
        page.waitForURL(Pattern.compile(".*q=weerbaarheid.*"));
        assertThat(page.locator("mark").first())
                .hasText(Pattern.compile("weerbaarheid", Pattern.CASE_INSENSITIVE));

        page.locator("a[href*='theme=militaire-mobiliteit']").first().click();
        page.waitForURL(Pattern.compile(".*theme=militaire-mobiliteit.*"));
        assertThat(page.url()).contains("q=weerbaarheid");

        page.locator("ol article a").first().click();
        page.waitForURL(Pattern.compile(".*/documenten/.*"));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("mark").first()).isVisible();
    }

    @Test
    void followsAReferenceToWhatCitesIt() {
        page.navigate(stack.api.search + "/verwijzingen/kst-34919-74");
        assertThat(page.locator("h1")).containsText("34919");
        page.locator("main a[href*='/documenten/']").first().click();
        page.waitForURL(Pattern.compile(".*/documenten/.*"));
        assertThat(page.locator("main")).containsText("NAVO2030");
    }

    @Test
    void speaksDutchUnlessAskedForEnglish() {
        page.navigate(stack.api.search.toString());
        assertThat(page.locator("html")).hasAttribute("lang", "nl");
        page.navigate(stack.api.search + "/?lang=en");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void reachesTheSearchFieldByKeyboardThroughTheSkipLink() {
        page.navigate(stack.api.search.toString());
        page.keyboard().press("Tab");
        String focused = page.locator(":focus").getAttribute("href");
        assertThat(focused).startsWith("#");
        assertThat(page.locator(focused)).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=weerbaarheid",
                "/?q=bestaatnietbestaatniet",
                "/?page=0",
                "/?theme=klimaat&lang=en",
                "/verwijzingen/kst-34919-74",
                "/themas",
                "/themas/cyber",
                "/themas/cyber/aanpassen",
                "/themas/nieuw",
                "/themas/nieuw?lang=en",
                "/verwijzingen?canonical=Awb%3A%20artikel%205%3A9%2F1",
                "/dossiers/36740",
                "/dossiers/onzin",
                "/abonnementen",
                "/abonnementen/nieuw",
                "/abonnementen/nieuw?q=weerbaarheid&theme=cyber&lang=en",
                "/abonnementen/bestaat-niet",
                "/meldingen",
                "/meldingen?stil=1&laat=1",
                "/bronnen",
                "/mislukt",
                "/bestaat-niet"
            })
    void hasNoAccessibilityViolation(String path) {
        assertNoViolation(path);
    }

    @Test
    void hasNoAccessibilityViolationOnAnyDocumentPage() {
        for (String id : stack.api.ids("q=")) {
            assertNoViolation("/documenten/" + id);
        }
    }

    @Test
    void showsTheEffectOfAThemeWithoutAccessibilityViolation() {
        assertNoViolation(
                "/themas/nieuw",
                form -> {
                    form.locator("#inhoud-veld").fill(THEME);
                    form.locator("#bekijken").click();
                    assertThat(form.locator("#effect")).isVisible();
                    assertThat(form.locator("#effect-won mark").first()).isVisible();
                });
    }

    @Test
    void listsMistakesInAThemeWithoutAccessibilityViolation() {
        assertNoViolation(
                "/themas/nieuw",
                form -> {
                    form.locator("#inhoud-veld").fill(THEME.replace("terms:", "termen:"));
                    form.locator("#opslaan").click();
                    assertThat(form.locator("#melding")).containsText("Regel 5");
                    assertThat(form.locator("#inhoud-veld")).hasValue(Pattern.compile("termen:"));
                });
    }

    @Test
    void showsWhatASubscriptionWouldBringWithoutAccessibilityViolation() {
        assertNoViolation(
                "/abonnementen/nieuw?q=weerbaarheid",
                form -> {
                    form.locator("#bekijken").click();
                    assertThat(form.locator("#voorbeeld")).isVisible();
                    assertThat(form.locator("#q")).hasValue("weerbaarheid");
                });
    }

    @Test
    void listsMistakesInASubscriptionWithoutAccessibilityViolation() {
        assertNoViolation(
                "/abonnementen/nieuw?dossier=onzin",
                form -> {
                    form.locator("#opslaan").click();
                    assertThat(form.locator("#melding")).isFocused();
                    assertThat(form.locator("#dossier-fout")).isVisible();
                    assertThat(form.locator("#dossier")).hasValue("onzin");
                });
    }

    @Test
    void listsFailuresWithoutAccessibilityViolation() {
        stack.api.upload("kapot", "Een kapotte brief", "%PDF-1.7 en dan niets");
        assertNoViolation(
                "/mislukt?reason=corrupt",
                opened ->
                        await().atMost(Duration.ofSeconds(60))
                                .untilAsserted(() -> {
                                    opened.reload();
                                    assertThat(opened.locator("tbody tr").count()).isEqualTo(1);
                                    assertThat(Axe.buttonsAreCalledWhatTheyShow(opened)).isTrue();
                                }));
    }

    @Test
    void followsASearchAndIsToldOfADocumentInTheListAndByMail() {
        AlertFlow.followsASearchAndIsToldOfADocumentInTheListAndByMail(page, stack.api);
    }

    private void assertNoViolation(String path) {
        assertNoViolation(path, opened -> {});
    }

    /** At desktop and at phone width. */
    private void assertNoViolation(String path, Consumer<Page> then) {
        // The pages forbid scripts; axe itself needs them, so this context goes past the policy.
        var options = new Browser.NewContextOptions().setBypassCSP(true).setLocale("nl-NL");
        try (BrowserContext scripted = browser.newContext(options)) {
            Page checked = scripted.newPage();
            for (int width : new int[] {1280, 320}) {
                String name = path + " at " + width;
                checked.setViewportSize(width, 800);
                checked.navigate(stack.api.search + path);
                then.accept(checked);
                assertThat(Axe.violations(checked, name)).as(name).isEmpty();
            }
        }
    }
}
