package nl.beleidsradar.enrich.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Passage;
import nl.beleidsradar.contract.ThemeTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to compare a term with a text, on texts as extractors leave them. */
class TermModesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # term               | mode           | text                                 | found
                    hack                 | word           | een hack bij                         | hack
                    hack                 | word           | een HACK.                            | HACK
                    hack                 | word           | lifehack, hackathon, hacken          |
                    lek                  | word           | dat lek3 was                         |
                    datalek              | word           | het datalek3 was                     | datalek3
                    datalek              | word           | het datalek2024 was                  |
                    datalek              | word           | het da\\u00adta\\u00adlek            | da\\u00adta\\u00adlek
                    datalek              | word           | het da\\u200btalek                   | da\\u200btalek
                    datalek              | word           | het data-\\nlek van                  | data-\\nlek
                    datalek              | word           | het data\\u00ad\\nlek van            | data\\u00ad\\nlek
                    datalek              | word           | het data- lek van                    |
                    geëvalueerd          | word           | is geevalueerd                       | geevalueerd
                    geevalueerd          | word           | is gee\\u0308valueerd                | gee\\u0308valueerd
                    CO2                  | word           | de CO\\u2082 van                     | CO\\u2082
                    CO2                  | word           | de CO\\u00b2-uitstoot                | CO\\u00b2
                    CO2                  | word           | de ECO2 van                          |
                    financie             | word           | \\ufb01nancie                        | \\ufb01nancie
                    hacker               | stem           | twee hackers en                      | hackers
                    hacker               | stem           | twee hackers4 en                     | hackers4
                    hacker               | stem           | het hackerscollectief                |
                    klimaat              | compound-first | de klimaatwet en                     | klimaatwet
                    klimaat              | compound-first | de klimaat-wet en                    | klimaat
                    klimaat              | compound-first | het klimaat zelf                     | klimaat
                    klimaat              | compound-first | het vestigingsklimaat                |
                    klimaat              | compound-first | het vestigings-klimaat               |
                    klimaat              | compound-first | het vestigings-\\nklimaat            |
                    klimaat              | compound-first | de klimaat-\\nwet                    | klimaat-\\nwet
                    klimaat              | compound-first | (klimaat)beleid                      | klimaat
                    militaire mobiliteit | phrase         | militaire\\u00a0mobiliteit           | militaire\\u00a0mobiliteit
                    militaire mobiliteit | phrase         | militaire\\u202fmobiliteit           | militaire\\u202fmobiliteit
                    militaire mobiliteit | phrase         | militaire \\nmobiliteit              | militaire \\nmobiliteit
                    militaire mobiliteit | phrase         | militaire-mobiliteit                 | militaire-mobiliteit
                    militaire mobiliteit | phrase         | militaire, mobiliteit                |
                    militaire mobiliteit | phrase         | militaire. Mobiliteit                |
                    militaire mobiliteit | phrase         | militaire en mobiliteit              |
                    militaire mobilit*   | phrase         | militaire mobiliteiten               | militaire mobiliteiten
                    militair* eenhe*     | phrase         | militaire eenheden                   | militaire eenheden
                    1,5 graad            | phrase         | ten hoogste 1,5 graad                | 1,5 graad
                    1,5 graad            | phrase         | ten hoogste 15 graad                 |
                    NIS                  | case-sensitive | de NIS van                           | NIS
                    NIS                  | case-sensitive | de N\\u00adIS van                    | N\\u00adIS
                    NIS                  | case-sensitive | de nis van                           |
                    NIS                  | case-sensitive | de Nis van                           |
                    NIS                  | case-sensitive | kennis, KENNIS                       |
                    CSIRT*               | case-sensitive | de CSIRTs van                        | CSIRTs
                    COP##                | case-sensitive | op COP30 in                          | COP30
                    COP##                | case-sensitive | op COP3 in                           |
                    COP ##               | case-sensitive | op COP 30 in                         | COP 30
                    """)
    void findsATermAsItsModeSays(String term, String mode, String text, String found) {
        List<Passage> passages =
                tags(theme(term(term, mode, "strong")), unescaped(text)).stream()
                        .flatMap(tag -> tag.passages().stream())
                        .toList();

        if (found == null) {
            assertThat(passages).isEmpty();
        } else {
            assertThat(passages).hasSize(1);
            assertThat(passages.getFirst().terms()).containsExactly(unescaped(found));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "strong, 1, true, false",
        "strong, 2, true, true",
        "weak, 1, true, false",
        "weak, 2, true, true",
        "support, 1, false, false",
        "support, 2, true, false"
    })
    void aTermProvesWhatItsWeightSays(String weight, int times, boolean tagged, boolean about) {
        Theme theme = theme(term("eerste", "word", weight) + term("tweede", "word", weight));

        List<ThemeTag> tags =
                tags(theme, times == 1 ? "Hier staat eerste." : "Hier staan eerste en tweede.");

        assertThat(tags).hasSize(tagged ? 1 : 0);
        assertThat(tags)
                .flatMap(ThemeTag::passages)
                .allSatisfy(p -> assertThat(p.about()).isEqualTo(about));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de verplaatsing van strijdkrachten                    | true
                    de strijdkrachten en hun snelle verplaatsing          | true
                    de verplaatsing van een twee drie vier strijdkrachten | false
                    verplaatsing, en dan strijdkrachten                   | true
                    strijdkrachten en strijdkrachten                      | false
                    """)
    void aCombinationNeedsItsPartsNearEachOther(String text, boolean found) {
        String yaml =
                "combinations:\n  - {weight: weak, within: 5, all: [[verplaatsing*],"
                        + " [strijdkracht*]]}\n";

        assertThat(tags(theme(yaml), text)).hasSize(found ? 1 : 0);
    }

    @Test
    void aCombinationIsNotMadeOverAParagraphsEnd() {
        String yaml = "combinations:\n  - {weight: weak, within: 5, all: [[een], [twee]]}\n";

        assertThat(tags(theme(yaml), "Dit is een.\n\nDit is twee.")).isEmpty();
    }

    @Test
    void aWordBesideATermMayCancelIt() {
        String yaml =
                "terms:\n  - {term: COP##, mode: case-sensitive, weight: strong, unless: [CITES]}\n";

        assertThat(tags(theme(yaml), "De inzet voor COP20 over CITES.")).isEmpty();
        assertThat(tags(theme(yaml), "De inzet voor COP20.\n\nDan CITES.")).hasSize(1);
    }

    @Test
    void anyTextIsRead() {
        String[] pieces = {
            "\ud800",
            "\udc00",
            "\u0000",
            "cyber",
            "-",
            "\n",
            "\u00ad",
            " ",
            "²",
            "₂",
            "é",
            "\u0308",
            "#",
            "## ",
            "1",
            "klimaat",
            ".",
            "\uD83D\uDE80",
            "\u2028",
            "\f",
            "•",
            "ﬁ",
            "Ⅷ",
            "ß",
            "İ"
        };
        Random random = new Random(7);
        ThemeTagger tagger = Repository.tagger();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String read = text.toString();
            List<ThemeTag> tags = tagger.tag(read, read, List.of());
            assertThat(tagger.tag(read, read, List.of())).isEqualTo(tags);
            assertThat(tags)
                    .flatMap(ThemeTag::passages)
                    .allSatisfy(p -> {
                        assertThat(read.substring(p.start(), p.end())).isEqualTo(p.text());
                        assertThat(p.terms()).allMatch(p.text()::contains);
                    });
        }
    }

    private static List<ThemeTag> tags(Theme theme, String text) {
        return new ThemeTagger(ThemeVocabulary.of(List.of(theme))).tag("", text, List.of());
    }

    private static String term(String term, String mode, String weight) {
        return "  - {term: \"%s\", mode: %s, weight: %s}\n".formatted(term, mode, weight);
    }

    private static Theme theme(String rules) {
        String terms = rules.startsWith("  - ") ? "terms:\n" + rules : rules;
        return ThemeReader.read(
                "t.yaml",
                "id: t\nlabels: {nl: T, en: T}\nexamples: {must: [x], mustNot: [y]}\n" + terms);
    }

    private static String unescaped(String text) {
        Map<String, String> escapes =
                List.of("00ad", "200b", "0308", "2082", "00b2", "fb01", "00a0", "202f").stream()
                        .collect(
                                Collectors.toMap(
                                        hex -> "\\u" + hex,
                                        hex -> Character.toString(Integer.parseInt(hex, 16))));
        String plain = text.replace("\\n", "\n");
        for (Map.Entry<String, String> escape : escapes.entrySet()) {
            plain = plain.replace(escape.getKey(), escape.getValue());
        }
        return plain;
    }
}
