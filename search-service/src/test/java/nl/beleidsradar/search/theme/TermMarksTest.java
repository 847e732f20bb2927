package nl.beleidsradar.search.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.beleidsradar.search.theme.TermMarks.Piece;
import org.junit.jupiter.api.Test;

class TermMarksTest {

    @Test
    void marksTheTermsWhateverTheirCaseAndWhiteSpace() {
        assertThat(TermMarks.in("Over Militaire\n mobiliteit.", List.of("militaire mobiliteit")))
                .containsExactly(
                        new Piece("Over ", false),
                        new Piece("Militaire\n mobiliteit", true),
                        new Piece(".", false));
    }

    @Test
    void marksTheLongestOfTermsThatOverlap() {
        assertThat(TermMarks.in("klimaatwet", List.of("klimaat", "klimaatwet")))
                .containsExactly(new Piece("klimaatwet", true));
    }

    @Test
    void leavesAPassageWithoutItsTermsWhole() {
        assertThat(TermMarks.in("niets (*", List.of("iets anders", " ", "(*)")))
                .containsExactly(new Piece("niets (*", false));
        assertThat(TermMarks.in("", List.of("x"))).containsExactly(new Piece("", false));
    }
}
