package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextQualityTest {

    private static final String LETTER =
            """
            Geachte voorzitter, hierbij zend ik u de antwoorden op de vragen van de leden over de
            weerbaarheid van de waterschappen. Het kabinet onderschrijft dat angstschreeuwen over
            cyberaanvallen weinig helpen; slechts een rechtsstaat met sterke diensten doet dat.
            De Minister van Justitie en Veiligheid, mede namens de Staatssecretaris.
            """;

    static Stream<Path> seeds() throws IOException {
        return Files.list(Gold.seeds()).sorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWholeDocumentIsReadable(Path seed) throws IOException {
        assertThat(TextQuality.of(Files.readString(seed))).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kort",
                "1.234,00 5.678,00 9.012,00 3.456,00 NIS2 GGD VWS OCW BZK EZK LNV IenW SZW",
                "Η κυβέρνηση ενισχύει την ανθεκτικότητα. Правительство усиливает устойчивость.",
                "- eerste punt van de lijst\n- tweede punt van de lijst\n- derde punt\n",
                "Die Verschlüsselung schützt Rechtsschutzversicherungsgesellschaften schlicht nicht."
            })
    void tablesListsAbbreviationsAndOtherWritingsAreReadable(String text) {
        assertThat(TextQuality.of(text)).isGreaterThan(0.8);
    }

    @Test
    void aLetterWhoseGlyphsHaveNoCharactersIsNot() {
        String lost =
                LETTER.codePoints()
                        .map(c -> Character.isLetter(c) && c % 2 == 0 ? 0xFFFD : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        assertThat(TextQuality.of(lost)).isLessThan(0.1);
    }

    @Test
    void aLetterWhoseCharactersAreShiftedIsNot() {
        String shifted =
                LETTER.chars()
                        .map(c -> Character.isLetter(c) ? (c < 'm' ? c + 3 : c - 9) : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        assertThat(TextQuality.of(LETTER)).isGreaterThan(0.8);
        assertThat(TextQuality.of(shifted)).isLessThan(TextQuality.READABLE);
    }

    @Test
    void takesTimeByTheLengthOfTheTextAtMost() {
        assertThat(TextQuality.of("\u0001".repeat(5_000_000))).isZero();
    }
}
