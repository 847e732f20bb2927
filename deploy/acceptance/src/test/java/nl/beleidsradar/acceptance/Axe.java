package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe-core has against an opened page, by the rules of WCAG 2.2 AA and good practice. */
final class Axe {

    private static final Path FILE =
            LocalStack.REPOSITORY.resolve("search-service/node_modules/axe-core/axe.min.js");
    private static final String SCRIPT = script();

    private Axe() {}

    /** Its violations, each with the first elements that have it; fails if the page is too wide. */
    static List<?> violations(Page page, String name) {
        page.evaluate(SCRIPT);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits")
                .isTrue();
        return (List<?>)
                page.evaluate(
                        """
                        async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa',
                          'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations
                          .map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3))\
                        """);
    }

    /** Who speaks to the machine says what is on a button (WCAG 2.5.3); axe does not look. */
    static boolean buttonsAreCalledWhatTheyShow(Page page) {
        return (Boolean)
                page.evaluate(
                        """
                        [...document.querySelectorAll('button[aria-label]')].every(b =>
                          b.ariaLabel.toLowerCase().includes(b.textContent.trim().toLowerCase()))\
                        """);
    }

    private static String script() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
