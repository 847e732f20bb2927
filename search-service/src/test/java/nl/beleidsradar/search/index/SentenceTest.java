package nl.beleidsradar.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eerst dit. Zie nr. 12 van X. Dan dat. | X | Zie nr. 12 van X.",
                "Kop~~De zin met X staat hier~~Slot | X | De zin met X staat hier",
                "X | X | X",
                "Waarom? Om X! Daarom. | X | Om X!",
                "regel een~regel X twee. Klaar | X | regel een~regel X twee."
            })
    void isThatAroundAPlace(String text, String place, String sentence) {
        String written = text.replace('~', '\n');
        int at = written.indexOf(place);
        assertThat(Sentence.around(written, at, at + place.length()))
                .isEqualTo(sentence.replace('~', '\n'));
    }
}
