package nl.beleidsradar.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static final String SENTENCE = "Het klimaatbeleid van Noord-Holland kost € 5.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Het klimaatbeleid van | Het klimaat-~beleid van",
                "Het klimaatbeleid van | Het klimaat\u00adbeleid van",
                "Het klimaatbeleid van | Het klimaat\u00ad~ beleid van",
                "de EU-landen samen | de EU-~landen samen",
                "Noord-Holland | Noord\u2011Holland",
                "wet- en regelgeving | wet-~en regelgeving",
                "een  twee\u00a0drie | een~ twee drie",
                "De Minister | de minister",
                "financiële ﬁets | financie\u0308le fiets",
                "'Zo is het' | \u2018Zo is het\u2019",
                "Zo is het. | • Zo is het",
                "Zo is het | \u201eZo is het!\u201d",
                "2020\u20132021 | 2020-2021"
            })
    void isTheSameHoweverASentenceIsPrinted(String one, String other) {
        assertThat(Fingerprint.of(other.replace('~', '\n'))).isEqualTo(Fingerprint.of(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Het doel is 55 procent | Het doel is 56 procent",
                "Het doel is 55% | Het doel is 55",
                "wel goed | niet goed",
                "10-12 mei | 1012 mei",
                "te koop | tekoop",
                "financiële | financiele",
                "5 mei - 6 mei | 5 mei 6 mei"
            })
    void differsWhereAWordDoes(String one, String other) {
        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    }

    @Test
    void isShortAndFitForAKey() {
        assertThat(Fingerprint.of(SENTENCE)).matches("[A-Za-z0-9_-]{22}");
        assertThat(Fingerprint.ofNumber("kst-34919-74"))
                .isEqualTo(Fingerprint.ofNumber("KST-34919-74"))
                .isNotEqualTo(Fingerprint.of("kst-34919-74"));
    }
}
