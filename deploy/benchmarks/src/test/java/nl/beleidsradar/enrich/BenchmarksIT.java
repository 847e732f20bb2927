package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThatNoException;

import nl.beleidsradar.search.match.MatchTable;
import org.junit.jupiter.api.Test;

/**
 * Runs with {@code -Pbenchmarks}; a target that is not met is printed, as a busy machine misses it
 * too.
 */
class BenchmarksIT {

    @Test
    void everyBenchmarkRuns() {
        assertThatNoException().isThrownBy(() -> BenchmarkTable.main(new String[0]));
    }

    @Test
    void matchingRuns() {
        assertThatNoException().isThrownBy(() -> new MatchTable(Corpus.megabytes(1)).print());
    }
}
