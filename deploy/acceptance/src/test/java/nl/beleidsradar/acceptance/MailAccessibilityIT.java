package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
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

    private static List<?> violations(String html, int width) {
        try (Page page = chromium.browser.newPage()) {
            page.setViewportSize(width, 800);
            page.setContent(html);
            return Axe.violations(page, "mail at " + width);
        }
    }
}
