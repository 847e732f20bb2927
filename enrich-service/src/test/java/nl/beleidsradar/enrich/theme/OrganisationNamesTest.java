package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;

class OrganisationNamesTest {

    private static final OrganisationNames NAMES = OrganisationNames.packaged();
    private static final ThemeTagger TAGGER = Repository.tagger();

    @Test
    void hidesItsExamplesFromEveryTheme() {
        assertThat(NAMES.examples().mustNot()).isNotEmpty();
        assertThat(NAMES.examples().mustNot()).allMatch(text -> tags(TAGGER, text).isEmpty());
        assertThat(NAMES.names()).allMatch(name -> tags(TAGGER, "De " + name + ".").isEmpty());
    }

    @Test
    void keepsWhatStandsBesideAName() {
        assertThat(NAMES.examples().must()).isNotEmpty();
        assertThat(NAMES.examples().must()).noneMatch(text -> tags(TAGGER, text).isEmpty());
    }

    @Test
    void everyThemeIsSparedANameThatCarriesItsWord() {
        Theme theme = theme("voedselzekerheid");
        String text = "De minister van Landbouw, Visserij, Voedselzekerheid en Natuur antwoordt.";

        assertThat(tags(new ThemeTagger(ThemeVocabulary.of(List.of(theme))), text)).isEmpty();
        assertThat(
                        tags(
                                new ThemeTagger(
                                        ThemeVocabulary.of(List.of(theme), OrganisationNames.NONE)),
                                text))
                .hasSize(1);
    }

    @Test
    void aThemeMayListAnOrganisationByItsWholeName() {
        Theme theme = theme("Topsector Energie");

        assertThat(
                        tags(
                                new ThemeTagger(ThemeVocabulary.of(List.of(theme))),
                                "Het werk van de Topsector Energie."))
                .hasSize(1);
    }

    @Test
    void aCommaInANameMustBeThere() {
        Theme theme = theme("natuur");
        ThemeTagger tagger = new ThemeTagger(ThemeVocabulary.of(List.of(theme)));

        assertThat(tags(tagger, "Over landbouw, natuur en voedselkwaliteit.")).isEmpty();
        assertThat(tags(tagger, "Over landbouw natuur en voedselkwaliteit.")).hasSize(1);
    }

    @Test
    void aMistakeIsNamedWithItsLine() {
        String yaml =
                """
                version: 1
                ministries: [Algemene Zaken, "*"]
                committies: []
                examples: {hidden: [], kept: []}
                """;

        assertThatThrownBy(() -> OrganisationNames.read("o.yaml", yaml))
                .hasMessage(
                        "o.yaml:2: '*' is no usable term\n"
                                + "o.yaml:3: unknown key 'committies' in organisations");
    }

    private static List<ThemeTag> tags(ThemeTagger tagger, String text) {
        return tagger.tag("", text, List.of());
    }

    private static Theme theme(String term) {
        Theme model = ThemeVocabulary.ofFiles(Repository.themeFiles()).themes().getFirst();
        List<Theme.Term> terms = new ArrayList<>();
        terms.add(new Theme.Term(term, Theme.Mode.STEM, Theme.Weight.STRONG, List.of()));
        return new Theme(
                "t", 1, model.labels(), List.of(), terms, List.of(), List.of(), model.examples());
    }
}
