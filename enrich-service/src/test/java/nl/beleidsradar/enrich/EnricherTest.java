package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnricherTest {

    private static final String TEXT = "De minister sprak over cyberaanvallen en het klimaat.";

    @Test
    void addsThemesAndKeepsTheDocumentAsItWas() {
        DocumentExtracted document = Documents.inline("tk:2024D1", "Brief", TEXT);

        DocumentEnriched enriched = Documents.enricher().enrich(document, TEXT);

        assertThat(enriched.document()).isEqualTo(document);
        assertThat(enriched.themes()).extracting(ThemeTag::id).containsExactly("cyber", "klimaat");
        assertThat(enriched.themes().getFirst().passages().getFirst().page()).isEqualTo(1);
        assertThat(enriched.cause()).isEqualTo(Cause.NEW);
    }

    @Test
    void theSameDocumentAlwaysGivesTheSameBytes() {
        DocumentExtracted document = Documents.inline("tk:2024D1", "Brief", TEXT);

        assertThat(EventJson.write(Documents.enricher().enrich(document, TEXT)))
                .isEqualTo(EventJson.write(Documents.enricher().enrich(document, TEXT)));
    }

    @Test
    void theRulesetChangesWithAnyThemeFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("veen.yaml"), theme(1, "veen"));
        Rules first = Rules.load(folder.toString());
        Files.writeString(folder.resolve("veen.yaml"), theme(2, "veenweide"));
        Rules second = Rules.load(folder.toString());

        assertThat(second.ruleset().version()).isEqualTo(first.ruleset().version() + 1);
        assertThat(second.ruleset().fingerprint()).isNotEqualTo(first.ruleset().fingerprint());
        assertThat(first.ruleset().fingerprint()).startsWith("sha256-");
    }

    @Test
    void themesOfAFolderReplaceThePackagedOnes(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("veen.yaml"), theme(1, "veen"));
        Rules rules = Rules.load(folder.toString());
        Enricher enricher = new Enricher(() -> rules, new EvidenceLimit(1_000, 10));
        String text = TEXT + " En over veen.";

        assertThat(enricher.enrich(Documents.inline("tk:1", "Brief", text), text).themes())
                .extracting(ThemeTag::id)
                .containsExactly("veen");
    }

    @Test
    void refusesToStartWithoutThemes(@TempDir Path folder) {
        assertThatThrownBy(() -> Rules.load(folder.toString()))
                .isInstanceOf(ThemeFileException.class)
                .hasMessageContaining("no theme files");
    }

    @Test
    void marksADocumentWhoseEvidenceDoesNotFit() {
        String text =
                "Over de cyberaanval en de cyberweerbaarheid sprak de Kamer uitvoerig met de ministers en de staatssecretaris.\n\n"
                        .repeat(100);
        Enricher enricher = Documents.enricher(new EvidenceLimit(1_000, 10));

        DocumentEnriched enriched = enricher.enrich(Documents.inline("tk:1", "Brief", text), text);

        assertThat(enriched.themes().getFirst().passages()).hasSizeBetween(1, 10);
        assertThat(enriched.themes().getFirst().strength()).isEqualTo(Strength.MAIN);
        assertThat(enriched.document().extraction().limits())
                .containsExactly("theme-passages-limit");
    }

    private static String theme(int version, String word) {
        return """
        id: veen
        version: %d
        labels: {nl: Veen, en: Peat}
        terms: [{term: %s, mode: word, weight: strong}]
        examples: {must: [%s], mustNot: [zand]}
        """
                .formatted(version, word, word);
    }
}
