package nl.beleidsradar.enrich;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the machine can do at all on the same texts: looking at each character once, and two plain
 * patterns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScanBenchmark {

    private static final List<Pattern> TWO_PATTERNS =
            List.of(
                    Pattern.compile("Kamerstuk(?:ken)?\\s[^.;\\n]{0,60}?nrs?\\.\\s*\\d+"),
                    Pattern.compile("\\b\\d{2}\\s?\\d{3}(?:[ -][IVX]+)?,\\s*nrs?\\.\\s*\\d+"));

    private List<String> texts = List.of();

    @Setup
    public void load() {
        texts = TextKind.CORPUS.texts();
    }

    @Benchmark
    public int lettersAndDigits() {
        int seen = 0;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    seen++;
                }
            }
        }
        return seen;
    }

    @Benchmark
    public int twoPatterns() {
        int found = 0;
        for (String text : texts) {
            for (Pattern pattern : TWO_PATTERNS) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found++;
                }
            }
        }
        return found;
    }
}
