package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;
import org.junit.jupiter.api.Test;

class TitlesTest {

    @Test
    void theSourcesTitleGoesBeforeTheFilesAndThatBeforeTheText() {
        assertThat(Titles.choose("Gegeven", "Eigen", "# Kop", "a.txt")).isEqualTo("Gegeven");
        assertThat(Titles.choose(" ", "Eigen", "# Kop", "a.txt")).isEqualTo("Eigen");
        assertThat(Titles.choose(null, null, "Brief\n\n# **Kop** _hier_", "a.txt"))
                .isEqualTo("Kop hier");
        assertThat(Titles.choose(null, null, "\n 12\n\nEerste regel\n", "a.txt"))
                .isEqualTo("Eerste regel");
        assertThat(Titles.choose(null, null, "12\n", "a.txt")).isEqualTo("a.txt");
    }

    @Test
    void aLettersSubjectGoesBeforeItsHeadings() {
        String letter =
                "## Ministerie van X\n\nBetreft Verslag van  \neen bijeenkomst.\n\n### Kop\n";
        assertThat(Titles.choose(null, null, letter, null))
                .isEqualTo("Verslag van een bijeenkomst.");
        assertThat(Titles.choose(null, null, "## Ministerie van X\n\n## Kop\n", null))
                .isEqualTo("Kop");
    }

    @Test
    void aLongLineIsShortenedAtAWord() {
        String title = Titles.choose(null, null, "woord ".repeat(200), null);
        assertThat(title).hasSizeLessThanOrEqualTo(300).endsWith("woord…");
    }

    @Test
    void everySampleDocumentGetsATitleForPeople() throws Exception {
        DocumentTypes types = new DocumentTypes();
        try (Stream<Path> seeds = Files.list(Gold.seeds())) {
            for (Path seed : seeds.sorted().toList()) {
                String text = Files.readString(seed);
                String title = Titles.choose(null, null, text, seed.getFileName().toString());
                System.out.println(
                        seed.getFileName() + ": " + types.guess(title, text) + " | " + title);
                assertThat(title).hasSizeBetween(5, 300).doesNotContain("#", "*", "_", ".txt");
            }
        }
    }
}
