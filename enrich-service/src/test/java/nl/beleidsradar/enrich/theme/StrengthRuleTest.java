package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthRuleTest {

    private static final String OTHER =
            "De begroting van het ministerie wordt jaarlijks vastgesteld door de Kamer.\n\n";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # title, paragraphs about it, their units, all units, strength
                    false,  0,     0, 10000, MENTION
                    true,   0,     0, 10000, MAIN
                    false,  1,   300, 10000, SECTION
                    false,  1,  3999, 10000, SECTION
                    false,  1,  4000, 10000, MAIN
                    false, 11,  3000, 10000, SECTION
                    false, 12,  1199, 10000, SECTION
                    false, 12,  1200, 10000, MAIN
                    true,  12,  1200, 10000, MAIN
                    false,  1,    80,    80, MAIN
                    false,  0,     0,     1, MENTION
                    """)
    void weighsTitleNumberAndShare(
            boolean title, int paragraphs, long units, long all, Strength strength) {
        assertThat(StrengthRule.strength(title, paragraphs, units, all)).isEqualTo(strength);
    }

    @Test
    void twoParagraphsOfAShortTextAreAboutTheTheme() {
        String said = "De Kamer is op 3 juni geïnformeerd over de cyberaanval van die nacht.\n\n";

        assertThat(strength(said + OTHER.repeat(4) + said + OTHER.repeat(4)))
                .isEqualTo(Strength.SECTION);
        assertThat(strength(said + OTHER.repeat(4))).isEqualTo(Strength.MENTION);
        assertThat(strength(said + OTHER.repeat(60) + said)).isEqualTo(Strength.MENTION);
    }

    @Test
    void aHeadingOfOneThemeCoversItsSectionAndOneOfSeveralDoesNot() {
        assertThat(passages("## Militaire mobiliteit\n\n" + OTHER)).isEqualTo(2);
        assertThat(passages("## Militaire mobiliteit en verkeer\n\n" + OTHER)).isEqualTo(1);
        assertThat(passages("## Militaire mobiliteit, verkeer\n\n" + OTHER)).isEqualTo(1);
        assertThat(passages("## Militaire mobiliteit tegen cyberaanvallen\n\n" + OTHER))
                .as("one passage for each theme")
                .isEqualTo(2);
    }

    @Test
    void aSectionGoesOnUnderItsSubheadings() {
        assertThat(passages("## Cyberbeveiliging\n\n" + OTHER + "### Geldstromen\n\n" + OTHER))
                .isEqualTo(3);
        assertThat(passages("## Cyberbeveiliging\n\n" + OTHER + "## Geldstromen\n\n" + OTHER))
                .isEqualTo(2);
    }

    @Test
    void aSubItemIsAboutWhatItsItemIsAbout() {
        String item = "• Militaire mobiliteit vergt een actieplan voor militaire mobiliteit.\n";
        String sub = "o De procedures zijn uiterlijk in 2025 verbeterd en geharmoniseerd.\n";

        assertThat(passages(item + sub + sub)).isEqualTo(3);
        assertThat(passages(item + "• De Unie verbetert haar procedures.\n" + sub)).isEqualTo(1);
        assertThat(passages("• Ook militaire mobiliteit is genoemd.\n" + sub)).isEqualTo(1);
    }

    private static long passages(String text) {
        return Repository.tagger().tag("", text, List.of()).stream()
                .mapToLong(tag -> tag.passages().size())
                .sum();
    }

    private static Strength strength(String text) {
        List<ThemeTag> tags = Repository.tagger().tag("", text, List.of());
        assertThat(tags).hasSize(1);
        return tags.getFirst().strength();
    }
}
