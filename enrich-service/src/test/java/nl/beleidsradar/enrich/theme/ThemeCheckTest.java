package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeCheckTest {

    private static final List<Theme> OTHERS =
            ThemeVocabulary.ofFiles(Repository.themeFiles()).themes();

    private static final String GOOD =
            """
            id: stikstof
            labels: {nl: Stikstof, en: Nitrogen}
            terms:
              - {term: stikstof, mode: compound-first, weight: strong}
              - {term: ammoniak, mode: stem, weight: weak}
            masks: [vloeibare stikstof]
            examples:
              must:
                - De stikstofdepositie daalt.
              mustNot:
                - Gekoeld met vloeibare stikstof.
            """;

    @Test
    void passesAThemeThatHoldsToItsExamples() {
        Theme theme = ThemeCheck.check("stikstof.yaml", GOOD, OTHERS);

        assertThat(theme.version()).isEqualTo(1);
        assertThat(theme.withVersion(7).version()).isEqualTo(7);
        assertThat(theme.withVersion(7).terms()).isEqualTo(theme.terms());
    }

    @Test
    void namesEachExampleThatFailsWithItsLine() {
        String bad =
                GOOD.replace("daalt.", "daalt.\n    - Er is te veel mest.")
                        .replace("Gekoeld", "Ammoniak, gekoeld");

        assertThat(problems(bad))
                .containsExactly(
                        "stikstof.yaml:10: example is not tagged: \"Er is te veel mest.\"",
                        "stikstof.yaml:12: counter-example is tagged: \"Ammoniak, gekoeld met"
                                + " vloeibare stikstof.\" (term \"Ammoniak\")");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        String bad =
                GOOD.replace("term: ammoniak", "terem: ammoniak")
                        .replace("mode: compound-first", "mode: regex")
                        .replace("masks:", "id: twee\nmaskes:");

        assertThat(problems(bad))
                .containsExactly(
                        "stikstof.yaml:4: 'regex' is no mode",
                        "stikstof.yaml:5: unknown key 'terem' in terms",
                        "stikstof.yaml:5: terms.term must be a text",
                        "stikstof.yaml:6: the key 'id' stands twice",
                        "stikstof.yaml:7: unknown key 'maskes' in theme");
    }

    @Test
    void refusesAThemeWithoutExamples() {
        String none = GOOD.substring(0, GOOD.indexOf("examples:"));
        String noCounter = GOOD.substring(0, GOOD.indexOf("  mustNot:"));

        assertThat(problems(none).getFirst()).contains("examples must be a mapping");
        assertThat(problems(noCounter).getFirst()).contains("at least one example of 'mustNot'");
    }

    @Test
    void saysWhereTheYamlEnds() {
        assertThat(problems(GOOD.replace("[vloeibare stikstof]", "[vloeibare stikstof")))
                .singleElement()
                .asString()
                .startsWith("stikstof.yaml:7: ");
        assertThat(problems(GOOD.replace("daalt", "daa\u0000lt")))
                .containsExactly("stikstof.yaml:9: the character U+0000 is not allowed");
        assertThat(problems("")).containsExactly("stikstof.yaml:1: is empty");
    }

    @Test
    void takesJsonToo() {
        String json =
                """
                {
                \t"id": "stikstof",
                \t"labels": {"nl": "Stikstof", "en": "Nitrogen"},
                \t"links": ["https:\\/\\/example.org\\/s"],
                \t"terms": [{"term": "stikstof", "mode": "compound-first", "weight": "strong"}],
                \t"examples": {"must": ["De stikstofdepositie \\u2193."], "mustNot": ["Mest."]}
                }
                """;

        assertThat(ThemeCheck.check("stikstof", json, OTHERS).links())
                .containsExactly("https://example.org/s");
    }

    @Test
    void aThemeIsCheckedInPlaceOfTheOneOfItsName() {
        Theme cyber = OTHERS.getFirst();
        String file = Repository.themeFiles().get(cyber.id() + ".yaml");

        assertThat(ThemeCheck.check("cyber.yaml", file, OTHERS).id()).isEqualTo(cyber.id());
    }

    @Test
    void anOlderFaultOfAnotherThemeIsNotHeldAgainstThisOne() {
        Theme faulty =
                ThemeReader.read(
                        "mest.yaml",
                        GOOD.replace("id: stikstof", "id: mest")
                                .replace("De stikstofdepositie daalt.", "Niets daarvan."));

        assertThat(ThemeCheck.check("stikstof.yaml", GOOD, List.of(faulty)).id())
                .isEqualTo("stikstof");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(problems(GOOD + "# " + "x".repeat(1024 * 1024))).hasSize(1);
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(
                        ThemeFileException.class,
                        () -> ThemeCheck.check("stikstof.yaml", yaml, OTHERS))
                .problems();
    }
}
