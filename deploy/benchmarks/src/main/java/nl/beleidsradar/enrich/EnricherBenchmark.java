package nl.beleidsradar.enrich;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation enriches every text of a kind. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EnricherBenchmark {

    @Param("CORPUS")
    TextKind text = TextKind.CORPUS;

    @Param("false")
    boolean manyTerms;

    private List<String> texts = List.of();
    private Subject subject = Subject.packaged();

    @Setup
    public void load() throws IOException {
        texts = text.texts();
        if (manyTerms) {
            subject = Subject.withThemes(ManyTerms.folder());
        }
    }

    @Benchmark
    public int enricher() {
        int finds = 0;
        for (String one : texts) {
            finds += subject.finds(one);
        }
        return finds;
    }
}
