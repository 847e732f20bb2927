package nl.beleidsradar.dutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundSplitterTest {

    private final CompoundSplitter splitter = new CompoundSplitter(CompoundLexicon.openTaal());

    @ParameterizedTest
    @CsvSource({
        "cyberweerbaarheid, cyber weerbaarheid",
        "cyberaanvallen, cyber aanvallen",
        "stikstofdepositie, stikstof depositie",
        "kindertoeslagaffaire, kinder kindertoeslag toeslag toeslagaffaire affaire",
        "veiligheidsbeleid, veiligheid beleid",
        "klimaatbeleid, klimaat beleid",
        "klimaatadaptatie, klimaat adaptatie",
        "energietransitie, energie transitie",
        "defensiebegroting, defensie begroting",
        "landenbeleid, landen beleid",
        "regeringsbeleid, regering beleid",
        "wetsvoorstellen, voorstellen",
    })
    void namesThePartsWithoutWhatJoinsThem(String word, String parts) {
        assertThat(parts(word)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minister",
                "ministerie",
                "onderwijs",
                "overheid",
                "overheden",
                "regering",
                "president",
                "weerbaarheid",
                "verantwoordelijkheid",
                "mobiliteit",
                "parlement",
                "gemeente",
                "aanvallen",
                "vergadering",
                "commissie",
                "ontwikkeling",
                "samenwerking",
                "informatie",
                "nederland",
                "nederlandse",
                "europese",
                "xyzzybeleidxyzzy",
                "kort",
            })
    void leavesWordsThatAreNoCompoundsWhole(String word) {
        assertThat(parts(word)).isEmpty();
    }

    @Test
    void givesUpOnWordsLongerThanAnyRealOne() {
        assertThat(parts("cyber".repeat(2000) + "beleid")).isEmpty();
    }

    private String parts(String word) {
        return splitter.split(word).stream()
                .map(span -> word.substring(span.start(), span.end()))
                .collect(Collectors.joining(" "));
    }
}
