package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five sample documents, tagged with the real themes. */
class SeedThemesTest {

    private static final Map<String, Map<String, ThemeTag>> TAGS = tags();

    @ParameterizedTest
    @CsvSource({
        "000, cyber, SECTION",
        "000, klimaat, SECTION",
        "000, militaire-mobiliteit, MENTION",
        "001, cyber, SECTION",
        "001, klimaat, SECTION",
        "001, militaire-mobiliteit, MAIN",
        "002, cyber, SECTION",
        "002, klimaat, SECTION",
        "002, militaire-mobiliteit, SECTION"
    })
    void eachThemeHasTheStrengthThatAReaderGivesIt(
            String document, String theme, Strength strength) {
        assertThat(TAGS.get(document)).containsKey(theme);
        assertThat(TAGS.get(document).get(theme).strength()).isEqualTo(strength);
    }

    @Test
    void theOtherTwoDocumentsCarryNoTheme() {
        assertThat(TAGS.get("003")).isEmpty();
        assertThat(TAGS.get("004")).isEmpty();
    }

    @Test
    void everyPassageSaysSoOrStandsUnderAHeadingThatDoes() {
        Map<String, String> word =
                Map.of(
                        "cyber",
                        "cyber",
                        "klimaat",
                        "klimaat",
                        "militaire-mobiliteit",
                        "mobiliteit");
        TAGS.values().stream()
                .flatMap(tags -> tags.values().stream())
                .forEach(tag -> {
                    long withWord =
                            tag.passages().stream()
                                    .map(p -> p.text().toLowerCase(Locale.ROOT))
                                    .filter(t -> t.contains(word.get(tag.id())))
                                    .count();
                    assertThat(withWord).isGreaterThanOrEqualTo(tag.passages().size() / 2);
                    assertThat(tag.passages()).allMatch(p -> !p.terms().isEmpty() || p.about());
                });
    }

    @Test
    void theAnnexOnMilitaryMobilityIsTaggedThroughout() {
        List<Passage> passages = TAGS.get("001").get("militaire-mobiliteit").passages();
        String heading = "Toezegging inzake militaire mobiliteit 2024";

        assertThat(passages).extracting(Passage::text).contains(heading);
        assertThat(passages)
                .filteredOn(p -> p.terms().isEmpty())
                .as("paragraphs that inherit it")
                .hasSizeGreaterThan(3)
                .extracting(Passage::text)
                .anyMatch(t -> t.startsWith("6. aanmoedigen van de lidstaten"));
    }

    private static Map<String, Map<String, ThemeTag>> tags() {
        ThemeTagger tagger = Repository.tagger();
        Map<String, Map<String, ThemeTag>> tags = new TreeMap<>();
        Repository.sampleDocuments()
                .forEach((name, text) ->
                        tags.put(
                                name.substring(0, 3),
                                tagger.tag("", text, List.of()).stream()
                                        .collect(Collectors.toMap(ThemeTag::id, t -> t))));
        return tags;
    }
}
