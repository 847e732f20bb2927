package nl.beleidsradar.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nl.beleidsradar.quality.Verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    private final Baseline one = Baseline.of(List.of(verdict("a", Outcome.MISSED)));
    private final Baseline other = Baseline.of(List.of(verdict("b", Outcome.INVENTED)));

    @Test
    void aMistakeThatIsNewIsLostAndOneThatIsGoneIsGained() {
        assertThat(one.without(other)).containsExactly("set\tline\ta\tkst-1-2\tmissed");
        assertThat(other.without(one)).containsExactly("set\tline\tb\tkst-1-2\tinvented");
        assertThat(one.without(one)).isEmpty();
    }

    @Test
    void whatIsRightIsNotListed() {
        assertThat(Baseline.of(List.of(verdict("a", Outcome.RIGHT))).mistakes()).isEmpty();
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/mistakes.tsv");
        one.write(file);

        assertThat(Baseline.read(file)).isEqualTo(one);
        assertThat(Baseline.read(folder.resolve("absent")).mistakes()).isEmpty();
    }

    private static Verdict verdict(String document, Outcome outcome) {
        return new Verdict("set", "line", document, "kst-1-2", outcome);
    }
}
