package nl.beleidsradar.dutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutchStemTest {

    @ParameterizedTest
    @CsvSource({
        "aanval, aanvallen",
        "motie, moties",
        "actie, acties",
        "sanctie, sancties",
        "emissie, emissies",
        "brief, brieven",
        "advies, adviezen",
        "verlies, verliezen",
        "huis, huizen",
        "wapen, wapens",
        "programma, programma's",
        "industrie, industrieen",
        "strategie, strategieen",
        "idee, ideeen",
        "maatregel, maatregelen",
        "raad, raden",
        "militair, militaire",
        "weerbaar, weerbare",
        "dreiging, dreigingen",
        "stap, stappen",
        "ramp, rampen",
        "wet, wetten",
        "kamerstuk, kamerstukken",
        "overheid, overheden",
    })
    void bringsSingularAndPluralTogether(String singular, String plural) {
        assertThat(stem(plural)).isEqualTo(stem(singular));
    }

    @ParameterizedTest
    @CsvSource({
        "motie, motief",
        "politie, politiek",
        "minister, ministerie",
        "weer, weerbaar",
        "staat, staf",
        "advies, adviseur",
        "landbouw, land",
        "defensie, defect",
    })
    void keepsWordsOfDifferentMeaningApart(String one, String other) {
        assertThat(stem(one)).isNotEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({"eu", "2024", "f35", "bv", "navo"})
    void leavesShortWordsAndNumbersAlone(String word) {
        assertThat(stem(word)).isEqualTo(word);
    }

    private static String stem(String word) {
        return new DutchStem().of(word);
    }

    @Test
    void staysRightWhenWhatItRemembersIsForgotten() {
        DutchStem stem = new DutchStem();
        String before = stem.of("verdragen");
        for (int i = 0; i < 120_000; i++) {
            assertThat(stem.of("nr" + i)).isEqualTo("nr" + i);
        }
        assertThat(stem.of("verdragen")).isEqualTo(before);
    }
}
