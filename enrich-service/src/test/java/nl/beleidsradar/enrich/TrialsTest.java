package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrialsTest {

    @Test
    void aFailureNamesItsSeedAndTheShortestTextThatFails() {
        assertThatThrownBy(() ->
                        Trials.each(
                                50,
                                seed -> "abc".repeat(20) + "\u0000" + "def".repeat(20),
                                text -> assertThat(text).doesNotContain("\u0000")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dbeleidsradar.seed=")
                .cause()
                .hasMessageContaining("text \"\\u0000\"");
    }

    @Test
    void oneSeedGivesOneText() {
        assertThat(MadeTexts.wild(1)).isEqualTo(MadeTexts.wild(1)).isNotEqualTo(MadeTexts.wild(2));
    }
}
