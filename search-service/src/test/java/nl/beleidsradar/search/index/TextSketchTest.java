package nl.beleidsradar.search.index;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.beleidsradar.contract.TextSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes two texts one piece, and what does not. */
class TextSketchTest {

    /** About 400 words, with a name, a date, an amount and a number of its own. */
    private static final String LETTER =
            "Geachte heer Jansen,\n\nOp 3 maart 2021 vroeg u om een bijdrage van 12.500 euro voor"
                    + " het project Zonnedak, kenmerk 2021-0047.\n"
                    + body(380, 1)
                    + "\nDe minister van Economische Zaken";

    @Test
    void equalWordsHaveOneKeyHoweverTheyArePrinted() {
        String printed =
                LETTER.replace(", ", ",\n")
                        .replace("woord17 ", "woo-\nrd17 ")
                        .replace("\n\n", "\n\nPagina 2 van 7\n  3  \n");
        assertThat(kept(printed).key()).isEqualTo(kept(LETTER).key()).isNotNull();
        assertThat(kept(LETTER.toUpperCase(java.util.Locale.ROOT)).key())
                .isEqualTo(kept(LETTER).key());
        assertThat(kept(LETTER.replace("12.500", "12.600")).key()).isNotEqualTo(kept(LETTER).key());
    }

    @Test
    void runningHeadsThatWereRecognisedDoNotCount() {
        String head = "Ministerie van Economische Zaken\n";
        var spans = List.of(new TextSpan(TextSpan.Kind.RUNNING_HEAD, 0, head.length() - 1));
        assertThat(words(head + LETTER, spans)).isEqualTo(words(LETTER, List.of()));
    }

    private static List<String> words(String text, List<TextSpan> spans) {
        List<String> words = new ArrayList<>();
        TextWords.tell(text, spans, words::add);
        return words;
    }

    /** Forms, tables and bad scans say few things often. */
    @Test
    void aTextOfFewWordsHasNoLookAlikes() {
        assertThat(kept("ja nee ".repeat(150)).key()).isNotNull();
        assertThat(kept("ja nee ".repeat(150)).sketch()).isNull();
        assertThat(kept("ja nee ".repeat(150)).near()).isEmpty();
    }

    @Test
    void aShortTextIsNobodysCopy() {
        assertThat(kept("Zie bijlage.").key()).isNull();
        assertThat(kept(body(60, 1)).key()).isNotNull();
        assertThat(kept(body(60, 1)).sketch()).isNull();
    }

    /** The left is in {@link #LETTER}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A second printing: a few words more, fewer or other.
                "Geachte heer      | geachte heer              | true",
                "De minister van   | Hoogachtend, De minister van | true",
                "woord7            | wrd7                      | false",
                "voor het project  | ten behoeve van het project | true",
                "Economische Zaken | Economische Zaken, Bezuidenhoutseweg Postbus | true",
                // Another letter from the same model.
                "Jansen            | Pietersen                 | false",
                "3 maart           | 4 maart                   | false",
                "12.500            | 12.600                    | false",
                "2021-0047         | 2021-0048                 | false",
                "Zonnedak          | Windhoek                  | false",
            })
    void twoPrintingsAreOnePieceAndTwoLettersOfOneModelAreTwo(
            String there, String instead, boolean near) {
        assertThat(LETTER).contains(there);
        TextSketch one = kept(LETTER).sketch();
        TextSketch other = kept(LETTER.replaceFirst(there, instead)).sketch();
        assertThat(one.isNear(other)).isEqualTo(near);
        assertThat(other.isNear(one)).isEqualTo(near);
    }

    @Test
    void otherTextsAreNotNear() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            TextSketch one = kept(body(300, random.nextInt(1_000_000))).sketch();
            TextSketch two = kept(body(300, random.nextInt(1_000_000))).sketch();
            assertThat(one.isNear(two)).isFalse();
        }
    }

    @Test
    void nearTextsAreFoundByAKeyTheyShare() {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 200; i++) {
            String text = body(400, i);
            String copy = text.replaceFirst("zin ", "zinnen ").replaceFirst("over ", "omtrent ");
            if (random.nextBoolean()) {
                copy = "onze referentie en de datum " + copy;
            }
            List<String> near = kept(text).near();
            assertThat(kept(text).sketch().isNear(kept(copy).sketch())).isTrue();
            found += kept(copy).near().stream().anyMatch(near::contains) ? 1 : 0;
        }
        assertThat(found).isEqualTo(200);
    }

    @Test
    void theLargestTextIsSketched() {
        String text = body(2_800_000, 3);
        assertThat(text.length()).isGreaterThan(16_000_000);
        var kept = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> kept(text));
        assertThat(kept.key()).isNotNull();
        assertThat(kept.sketch()).isNotNull();
    }

    private static TextSketch.Kept kept(String text) {
        return TextSketch.of(document("tk:x").text("x").event().document(), text);
    }

    /** Sentences of words that each seed draws anew. */
    static String body(int words, int seed) {
        Random random = new Random(seed);
        var text = new StringBuilder("over de zin over ");
        for (int i = 0; i < words; i++) {
            text.append(i == 17 || i == 7 ? "woord" + i : "w" + letters(random));
            text.append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static String letters(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
