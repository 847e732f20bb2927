package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mail, as the tests of search-service left it, in a real browser. */
@Tag("once")
class MailAccessibilityIT {

    private static final Path MAILS = LocalStack.REPOSITORY.resolve("search-service/target/mails");
    private static final Path AXE =
            LocalStack.REPOSITORY.resolve("search-service/node_modules/axe-core/axe.min.js");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert",
                "new-version",
                "hostile",
                "bundle",
                "daily",
                "weekly",
                "confirmation"
            })
    void hasNoAccessibilityViolation(String mail) throws IOException {
        String html = Files.readString(MAILS.resolve(mail + ".html"));
        for (int width : new int[] {1280, 320}) {
            assertThat(violations(html, width)).as(mail + " at " + width).isEmpty();
        }
    }

    @Test
    void aMailWithFaultsIsCaught() throws IOException {
        String html = Files.readString(MAILS.resolve("alert.html"));
        assertThat(violations(html.replace(" lang=\"nl\"", ""), 1280)).isNotEmpty();
        assertThat(violations(html.replace("#4d4d4d", "#aaaaaa"), 1280)).isNotEmpty();
    }

    private static List<?> violations(String html, int width) throws IOException {
        try (Page page = browser.newPage()) {
            page.setViewportSize(width, 800);
            page.setContent(html);
            page.evaluate(Files.readString(AXE));
            assertThat(
                            (Boolean)
                                    page.evaluate(
                                            "document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("fits " + width)
                    .isTrue();
            return (List<?>)
                    page.evaluate(
                            """
                            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa',
                              'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations
                              .map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3))\
                            """);
        }
    }
}
