package nl.beleidsradar.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs with {@code -Pquality}; {@code -Dquality.accept} makes what is found now the baseline. */
class QualityIT {

    @Test
    void nothingIsLostAgainstTheBaseline() throws IOException {
        String accept = System.getProperty("quality.accept", "false");

        Set<String> lost =
                new QualityRun(Places.ofProperty(), System.out).measure(!accept.equals("false"));

        // The list is printed: the failure need not repeat it.
        assertThat(lost.size()).as("items lost against the baseline").isZero();
    }
}
