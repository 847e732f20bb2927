package nl.beleidsradar.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eerst dit. | Dan dat.",
                "Waarom? | Daarom! | Goed.",
                "Zie Kamerstuk 34 919, nr. 74 van vorig jaar. | Dan dit.",
                "De brief van dhr. De Vries en mw. Jansen. | Het antwoord.",
                "Art. 3 Grondwet, resp. Artikel 4. | Einde.",
                "Zie bijv. Defensie, o.a. Cyber en m.b.t. Klimaat. | Slot.",
                "Minister R.A.A. Jetten en J. P. Balkenende spraken. | Dat was het.",
                "Uw brief van 5 maart jl. | Hierin staat niets.",
                "Auto's, fietsen e.d. | De rest volgt.",
                "Hij zei: \"Dit kan niet.\" | \"Waarom niet?\" | Zij zweeg.",
                "De 2e druk van 1.200 stuks kost 3.50 euro. | Dat is veel.",
                "In artikel 3. staat dit.",
                "1. De minister zegt dit. | 2. De Kamer zegt dat.",
                "Een kop zonder punt~~ | De zin eronder.",
                "Klimaat~ | De minister schrijft aan de Kamer over het klimaatbeleid van dit kabinet.",
                "De minister schrijft aan de Kamer over het klimaat, en aan de heer~Van Dijk over iets.",
                "De maatregelen zijn:~ | - minder uitstoot~ | - meer bomen",
                "De maatregelen zijn:~ | a. minder uitstoot;~ | b. meer bomen.",
                "Aan de Voorzitter van de Tweede Kamer~der Staten-Generaal~ | Postbus 20018~ | 2500 EA DEN HAAG",
                "Het klimaat-~beleid is goed. | Klaar."
            })
    void areParted(String marked) {
        List<String> expected =
                List.of(marked.replace('~', '\n').split(" ?\\| ")).stream()
                        .map(String::strip)
                        .toList();
        String text = marked.replace("| ", "").replace('~', '\n');

        Sentences sentences = Sentences.of(text);

        assertThat(IntStream.range(0, sentences.count()).mapToObj(sentences::get))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eerst dit. Zie nr. 12 van Xy. Dan dat. | Xy | Zie nr. 12 van Xy.",
                "Kop~~De zin met X staat hier~~Slot | X | De zin met X staat hier",
                "X | X | X",
                "Waarom? Om X! Daarom. | X | Om X!",
                "regel een~regel X twee. Klaar | X | regel een~regel X twee.",
                "Eerst. Dan Xy. Zo slot. Einde. | Xy. Zo | Dan Xy. Zo slot."
            })
    void areThoseAroundAPlace(String text, String place, String sentence) {
        String written = text.replace('~', '\n');
        int at = written.indexOf(place);
        assertThat(Sentences.of(written).around(at, at + place.length()))
                .isEqualTo(sentence.replace('~', '\n'));
    }

    @Test
    void holdEachOffsetOnce() {
        String text = "\n\n Eerst dit. Dan dat.\n\nKop\n\n  slot zonder punt  ";
        Sentences sentences = Sentences.of(text);
        assertThat(sentences.start(0)).isZero();
        assertThat(sentences.end(sentences.count() - 1)).isEqualTo(text.length());
        for (int i = 0; i < text.length(); i++) {
            int place = sentences.at(i);
            assertThat(i).isBetween(sentences.start(place), sentences.end(place) - 1);
        }
    }

    @Test
    void areCutBetweenWordsWhereTheyAreTooLong() {
        Sentences words = Sentences.of("woord ".repeat(1_000));
        Sentences letters = Sentences.of("\ud83d\ude00".repeat(3_000));

        assertThat(words.count()).isEqualTo(6_000 / 996 + 1);
        for (int i = 0; i < words.count(); i++) {
            assertThat(words.get(i)).hasSizeLessThanOrEqualTo(1_000).startsWith("woord");
        }
        for (int i = 0; i < letters.count(); i++) {
            assertThat(letters.get(i)).hasSizeLessThanOrEqualTo(1_000);
            assertThat(Character.isHighSurrogate(letters.get(i).charAt(0))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "x", "\f", "- ", "a.b.c.d.e.", "....", ")) ", "\""})
    void existForAnyText(String piece) {
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (String text : List.of(piece, piece.repeat(300_000))) {
                        Sentences sentences = Sentences.of(text);
                        int end = 0;
                        for (int i = 0; i < sentences.count(); i++) {
                            assertThat(sentences.start(i)).isEqualTo(end);
                            end = sentences.end(i);
                        }
                        assertThat(end).isEqualTo(text.length());
                        assertThat(sentences.around(0, text.length())).isNotNull();
                    }
                });
    }
}
