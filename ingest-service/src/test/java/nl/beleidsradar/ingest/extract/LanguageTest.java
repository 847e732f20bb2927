package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final Language LANGUAGE = new Language();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nl | De minister heeft de Kamer op 12 maart geïnformeerd over de voortgang van het wetsvoorstel.
                    nl | Antwoord op vragen van het lid Mutluer over de digitale veiligheid van gemeenten
                    nl | Verslag van een schriftelijk overleg
                    en | The Council adopted its position on the proposal for a regulation on the resilience of ports.
                    en | Proposal for a directive of the European Parliament and of the Council
                    de | Der Rat hat seinen Standpunkt zu dem Vorschlag für eine Verordnung über die Häfen festgelegt.
                    fr | Le Conseil a arrêté sa position sur la proposition de règlement relatif à la résilience des ports.
                    """)
    void tellsTheLanguageOfShortAndOfLongTexts(String language, String text) {
        assertThat(LANGUAGE.of(text)).isEqualTo(language);
        assertThat(LANGUAGE.of((text + "\n").repeat(40))).isEqualTo(language);
    }

    @Test
    void aLetterheadDoesNotHideTheLanguageBelow() {
        String head =
                "Postbus 20301 2500 EH Den Haag www.rijksoverheid.nl ref. 6397844 16-05-2025\n";
        String text =
                "The Minister informs the House on the progress of the negotiations on the"
                        + " regulation and on the position that the government takes in them.\n";
        assertThat(LANGUAGE.of(head + text.repeat(12))).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"''", "12", "12.5", "2025", "€", "OK", "A-12/b"})
    void withoutWordsThereIsNone(String text) {
        assertThat(LANGUAGE.of(text)).isEqualTo(Language.UNDETERMINED);
        assertThat(LANGUAGE.of((text + " 1.234,56 \t 300 % \n").repeat(80)))
                .isEqualTo(Language.UNDETERMINED);
    }

    @Test
    void otherWritingsAreNotTakenForOneOfOurs() {
        assertThat(LANGUAGE.of("Кабинет министров утвердил план развития портов. ".repeat(20)))
                .isEqualTo(Language.UNDETERMINED);
    }
}
