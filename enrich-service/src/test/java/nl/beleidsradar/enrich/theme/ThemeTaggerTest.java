package nl.beleidsradar.enrich.theme;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTaggerTest {

    private static final ThemeTagger TAGGER = Repository.tagger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Het Nederlandse vestigingsklimaat staat onder druk.",
                "Een werk-klimaat zonder angst.",
                "Het ondernemings-\nklimaat.",
                "De minister van Economische Zaken en Klimaat antwoordt.",
                "De commissie voor Klimaat\u00a0en Groene\nGroei.",
                "Een Tesla Cybertruck.",
                "De CyberTrucks zijn geland.",
                "Certain concerten vragen kennis van certificaten.",
                "militaire, mobiliteit",
                "De militaire missie. Mobiliteit is iets anders.",
                "Monitor Smart Mobility",
                "CITES COP20",
                "uitstoot van houtkachels",
                ""
            })
    void staysSilent(String text) {
        assertThat(TAGGER.tag("", text, List.of())).isEmpty();
        assertThat(TAGGER.tag(text, "", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "militaire mobi-\nliteit",
                "militaire mobi\u00adliteit",
                "militaire mobi\u00ad\nliteit",
                "militaire mobi- \n\nliteit",
                "Militaire\u00a0 mobiliteit",
                "MILITAIRE MOBILITEIT",
                "militaire\nmobiliteit",
                "militaire-mobiliteitstoezegging",
                "militaire mobiliteit2",
                "\u201cmilitaire mobiliteit\u201d,",
                "**militaire mobiliteit**"
            })
    void findsATermHoweverItIsSet(String written) {
        String text = "De Raad noemt " + written + " van belang.";

        ThemeTag tag = only(TAGGER.tag("", text, List.of()));

        assertThat(tag.id()).isEqualTo("militaire-mobiliteit");
        Passage passage = tag.passages().getFirst();
        assertThat(passage.text()).isEqualTo(text);
        assertThat(text).contains(passage.terms().getFirst());
    }

    @Test
    void givesTheTermAsWritten() {
        ThemeTag tag =
                only(TAGGER.tag("", "Over cyber-\nbeveiliging en cyberdiplomatie3.", List.of()));

        assertThat(tag.passages().getFirst().terms())
                .containsExactly("cyber-\nbeveiliging", "cyberdiplomatie3");
    }

    @Test
    void aNameInsideAMaskHidesNothingBesideIt() {
        String text = "De minister van Klimaat en Groene Groei spreekt over de klimaatwet.";

        assertThat(only(TAGGER.tag("", text, List.of())).passages().getFirst().terms())
                .containsExactly("klimaatwet");
    }

    @Test
    void oneFindIsAMentionAndTwoAreASection() {
        String filler = "Het overleg ging over begroting, personeel en materieel. ".repeat(80);

        assertThat(only(tag(filler + "\n\nOok cyberaanvallen zijn genoemd.")).strength())
                .isEqualTo(Strength.MENTION);
        assertThat(
                        only(tag(filler + "\n\nTegen cyberaanvallen helpt cyberweerbaarheid."))
                                .strength())
                .isEqualTo(Strength.SECTION);
    }

    @Test
    void aThemeInTheTitleIsTheMainOneAndListedApart() {
        ThemeTag tag =
                only(
                        TAGGER.tag(
                                "Nederlandse Cybersecuritystrategie",
                                "Geachte voorzitter,",
                                List.of()));

        assertThat(tag.strength()).isEqualTo(Strength.MAIN);
        assertThat(tag.passages()).hasSize(1);
        Passage passage = tag.passages().getFirst();
        assertThat(passage.in()).isEqualTo("title");
        assertThat(passage.page()).isNull();
        assertThat(passage.about()).isTrue();
    }

    @Test
    void aSectionInheritsItsHeadingsTheme() {
        String text =
                """
                ## Militaire mobiliteit

                De vergunningen worden binnen drie werkdagen afgegeven door de lidstaten.

                ## Ruimte

                De satellieten van de Unie worden beter beschermd tegen aanvallen.
                """;

        List<Passage> passages = only(tag(text)).passages();

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly(
                        "## Militaire mobiliteit",
                        "De vergunningen worden binnen drie werkdagen afgegeven door de lidstaten.");
        assertThat(passages.getLast().terms()).isEmpty();
        assertThat(passages.getLast().about()).isTrue();
    }

    @Test
    void aHeadingOfSeveralSubjectsIsNotInherited() {
        String text =
                """
                ## Klimaatverandering, rampen en noodsituaties

                De lidstaten stellen een gezamenlijk centrum voor rampenrespons in.
                """;

        assertThat(only(tag(text)).passages()).hasSize(1);
    }

    @Test
    void aLostHeadingDoesNotLetAThemeRunOn() {
        String text =
                "## Cyberbeveiliging\n\n"
                        + "De begroting van het ministerie wordt jaarlijks vastgesteld door de Kamer.\n\n"
                                .repeat(40);

        assertThat(only(tag(text)).passages()).hasSizeLessThan(8);
    }

    @Test
    void supportAloneProvesNothing() {
        assertThat(tag("De weg is voor tweeërlei gebruik aangelegd.")).isEmpty();
        assertThat(tag("De verplaatsing van strijdkrachten duurt te lang.")).hasSize(1);
    }

    @Test
    void aPassageOfALongParagraphIsItsSentence() {
        String before = "De Kamer sprak over de begroting van het afgelopen jaar. ".repeat(200);
        String said = "Daarbij kwam de ransomware bij de gemeente aan de orde.";
        String text = before + said + " " + before;

        Passage passage = only(tag(text)).passages().getFirst();

        assertThat(passage.text()).isEqualTo(said);
        assertThat(text.substring(passage.start(), passage.end())).isEqualTo(passage.text());
    }

    @Test
    void aPassageIsBoundedWhereNoSentenceEnds() {
        String text = "woord ".repeat(5_000) + "cyberaanval " + "woord ".repeat(5_000);

        Passage passage = only(tag(text)).passages().getFirst();

        assertThat(passage.text()).contains("cyberaanval").hasSizeLessThanOrEqualTo(1_500);
        assertThat(passage.text()).startsWith("woord").endsWith("woord");
    }

    @Test
    void aRunningHeadCountsOnce() {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page < 30; page++) {
            text.append("Jaarverslag klimaat ").append(page).append("\n\n");
            text.append("De uitgaven bleven binnen de begroting van het jaar.\n\n");
        }

        assertThat(only(tag(text.toString())).passages()).hasSize(1);
    }

    @Test
    void namesThePageOfTheFind() {
        String first = "Eerste bladzijde zonder iets.\n\n";
        String text = first + "De cyberaanval was groot.";

        assertThat(
                        only(TAGGER.tag("", text, List.of(0, first.length())))
                                .passages()
                                .getFirst()
                                .page())
                .isEqualTo(2);
    }

    @Test
    void offsetsHoldForEveryPassageOfEverySampleDocument() {
        Repository.sampleDocuments()
                .forEach((name, text) ->
                        assertThat(tag(text))
                                .flatMap(ThemeTag::passages)
                                .allSatisfy(p -> {
                                    assertThat(text.substring(p.start(), p.end()))
                                            .isEqualTo(p.text());
                                    assertThat(p.text().length()).isBetween(1, 1_500);
                                    assertThat(p.terms()).allMatch(p.text()::contains);
                                }));
    }

    @Test
    void survivesAnyCharacters() {
        String text =
                "\ud800 cyber\udc00aanval \u0000 \uFEFF e\u0301 \uD83D\uDE80 cyber- \n # ## \n•";

        for (ThemeTag tag : tag(text)) {
            tag.passages()
                    .forEach(p ->
                            assertThat(text.substring(p.start(), p.end())).isEqualTo(p.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cyber ",
                "cyber-\n",
                "klimaat. ",
                "-\n",
                "# ",
                "a",
                ".\n",
                "verplaatsing strijdkrachten ",
                "Klimaat\n\n"
            })
    void staysLinearOnTextMadeToBeSlow(String unit) {
        String text = unit.repeat(800_000 / unit.length());
        long started = System.nanoTime();

        tag(text);

        assertThat(NANOSECONDS.toSeconds(System.nanoTime() - started)).isLessThan(10);
    }

    @Test
    void aThousandThemesCostLittleMoreThanThree() {
        String text = Repository.sampleDocuments().values().iterator().next().repeat(100);
        List<Theme> many =
                new ArrayList<>(ThemeVocabulary.ofFiles(Repository.themeFiles()).themes());
        Theme model = many.getFirst();
        for (int i = 0; i < 1_000; i++) {
            List<Theme.Term> terms = new ArrayList<>();
            for (int t = 0; t < 20; t++) {
                String word = "verzonnen" + (char) ('a' + t) + "woord" + i;
                terms.add(new Theme.Term(word, Theme.Mode.STEM, Theme.Weight.STRONG, List.of()));
            }
            many.add(
                    new Theme(
                            "t" + i,
                            1,
                            Map.of(),
                            List.of(),
                            terms,
                            List.of(),
                            List.of(),
                            model.examples()));
        }
        ThemeTagger large = new ThemeTagger(ThemeVocabulary.of(many));
        time(TAGGER, text);
        time(large, text);

        long few = Math.min(time(TAGGER, text), time(TAGGER, text));
        long lots = Math.min(time(large, text), time(large, text));

        // Generous: a tagger that looked at each theme would take a hundred times as long.
        assertThat(lots).isLessThan(few * 8 + 200_000_000);
    }

    private static long time(ThemeTagger tagger, String text) {
        long started = System.nanoTime();
        tagger.tag("", text, List.of());
        return System.nanoTime() - started;
    }

    private static List<ThemeTag> tag(String text) {
        return TAGGER.tag("", text, List.of());
    }

    private static ThemeTag only(List<ThemeTag> tags) {
        assertThat(tags).hasSize(1);
        return tags.getFirst();
    }
}
