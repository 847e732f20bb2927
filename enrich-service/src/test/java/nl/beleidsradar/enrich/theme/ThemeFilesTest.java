package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every theme file and holds it to its own examples: a new theme needs no other test. */
class ThemeFilesTest {

    static Stream<Named<Theme>> themes() {
        return Repository.themeFiles().entrySet().stream()
                .map(f -> Named.of(f.getKey(), ThemeReader.read(f.getKey(), f.getValue())));
    }

    @Test
    void theFirstThreeThemesAreThere() {
        assertThat(Repository.themeFiles().keySet())
                .contains("cyber.yaml", "klimaat.yaml", "militaire-mobiliteit.yaml");
    }

    @Test
    void aFileIsNamedAfterItsTheme() {
        Map<String, String> files = Repository.themeFiles();
        files.forEach((name, yaml) ->
                assertThat(ThemeReader.read(name, yaml).id() + ".yaml").isEqualTo(name));
    }

    @Test
    void thePackagedThemesAreThoseOfTheRepository() throws Exception {
        for (var file : Repository.themeFiles().entrySet()) {
            try (var in = getClass().getResourceAsStream("/themes/" + file.getKey())) {
                assertThat(new String(in.readAllBytes(), "UTF-8")).isEqualTo(file.getValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void tagsEachExampleThatMustBeTagged(Theme theme) {
        assertThat(theme.examples().must()).isNotEmpty();
        assertThat(theme.examples().must()).allMatch(example -> tags(theme, example));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void leavesEachCounterExampleAlone(Theme theme) {
        assertThat(theme.examples().mustNot()).isNotEmpty();
        assertThat(theme.examples().mustNot()).noneMatch(example -> tags(theme, example));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTermIsFoundWhereItStandsAlone(Theme theme) {
        List<String> lost = new ArrayList<>();
        for (Theme.Term term : theme.terms()) {
            String sample = term.text().replace("*", "").replace("#", "2");
            boolean proves = term.weight() != Theme.Weight.SUPPORT;
            if (tags(theme, "In " + sample + " wordt gesproken.") != proves) {
                lost.add(term.text());
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyMaskCoversATerm(Theme theme) {
        // A mask that hides nothing is a typing mistake, or a term has gone.
        Set<String> idle = new HashSet<>();
        for (String mask : theme.masks()) {
            String sample = mask.replace("*", "x").replace("#x", "2").replace("#", "2");
            Theme unmasked =
                    new Theme(
                            theme.id(),
                            1,
                            theme.labels(),
                            theme.links(),
                            theme.terms(),
                            theme.combinations(),
                            List.of(),
                            theme.examples());
            String twice = sample + " en ook tweeërlei gebruik, militaire eisen";
            if (!tags(unmasked, sample) && !tags(unmasked, twice)) {
                idle.add(mask);
            }
        }
        assertThat(idle).isEmpty();
    }

    private static boolean tags(Theme theme, String text) {
        ThemeTagger tagger = new ThemeTagger(ThemeVocabulary.of(List.of(theme)));
        return tagger.tag("", text, List.of()).stream()
                .map(ThemeTag::id)
                .anyMatch(theme.id()::equals);
    }
}
