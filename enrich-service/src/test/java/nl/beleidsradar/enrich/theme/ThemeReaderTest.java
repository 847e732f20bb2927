package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeReaderTest {

    private static final String GOOD =
            """
            id: stikstof
            version: 3
            labels: {nl: Stikstof, en: Nitrogen}
            terms:
              - {term: stikstof, mode: compound-first, weight: strong}
            combinations:
              - {weight: weak, within: 5, all: [[ammoniak*], [stal, stallen]]}
            masks: [vloeibare stikstof]
            examples:
              must: [De stikstofdepositie daalt.]
              mustNot: [Gekoeld met vloeibare stikstof.]
            """;

    @Test
    void readsAWholeTheme() {
        Theme theme = ThemeReader.read("stikstof.yaml", GOOD);

        assertThat(theme.id()).isEqualTo("stikstof");
        assertThat(theme.version()).isEqualTo(3);
        assertThat(theme.labels()).containsEntry("en", "Nitrogen");
        assertThat(theme.terms().getFirst().mode()).isEqualTo(Theme.Mode.COMPOUND_FIRST);
        assertThat(theme.combinations().getFirst().all().getLast())
                .containsExactly("stal", "stallen");
        assertThat(theme.masks()).containsExactly("vloeibare stikstof");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    version: 3                | version: drie               | version must be a whole number
                    version: 3                | version: 0                  | version must be 1 to 999999
                    id: stikstof              | id: Stikstof!               | id must match
                    nl: Stikstof, en:         | en:                         | labels.nl must be a text
                    masks:                    | maskes:                     | unknown key 'maskes' in theme
                    mode: compound-first      | mode: regex                 | is no mode
                    weight: strong            | weight: zwaar               | is no weight
                    term: stikstof            | term: '*stikstof'           | is no usable term
                    term: stikstof            | term: 's*'                  | is no usable term
                    mode: compound-first      | mode: phrase                | is not a phrase
                    [ammoniak*], [stal, stallen] | [ammoniak*]              | 2 to 4 groups
                    """)
    void saysWhatIsWrongWithAFile(String good, String bad, String message) {
        assertThatThrownBy(() -> ThemeReader.read("stikstof.yaml", GOOD.replace(good, bad)))
                .isInstanceOf(ThemeFileException.class)
                .hasMessageMatching("(?s)stikstof.yaml:\\d+: .*")
                .hasMessageContaining(message);
    }

    @Test
    void refusesYamlThatBuildsObjects() {
        assertThatThrownBy(
                        () -> ThemeReader.read("x.yaml", "!!java.net.URL [\"http://localhost\"]"))
                .isInstanceOf(ThemeFileException.class);
    }

    @Test
    void refusesTwoThemesOfOneId() {
        Theme theme = ThemeReader.read("stikstof.yaml", GOOD);

        assertThatThrownBy(() -> ThemeVocabulary.of(List.of(theme, theme)))
                .isInstanceOf(ThemeFileException.class)
                .hasMessageContaining("two themes");
    }
}
