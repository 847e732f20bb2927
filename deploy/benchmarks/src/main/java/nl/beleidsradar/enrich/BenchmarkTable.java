package nl.beleidsradar.enrich;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark on one core and prints a line for each figure, beside its target. */
final class BenchmarkTable {

    private static final double MEGA = 1_000_000;
    private static final int HEAP_TEXT = 10;

    /** Until the compiler has done with what a service runs all day: its work counts as well. */
    private static final int WARM = 12;

    private static final int LUKEWARM = 3;

    private BenchmarkTable() {}

    public static void main(String[] arguments)
            throws RunnerException, IOException, InterruptedException {
        if (!Corpus.hasMotions()) {
            System.out.println("benchmarks: no labelled documents here, sample documents only");
        }
        long characters = length(TextKind.CORPUS);
        System.out.printf(
                Locale.ROOT,
                "%nEnrichment on one core, %.1f million characters of %d documents%n%n",
                characters / MEGA,
                TextKind.CORPUS.texts().size());
        scans().forEach((scan, time) ->
                figure(scan + ", million characters/s", characters * 1000 / time, ""));
        Map<TextKind, Double> times = enricher();
        double normal = time(times, TextKind.CORPUS) / characters;
        atLeast("enricher, million characters/s", 1000 / normal, 20);
        atMost(
                "10 MB beside 1 MB, times the cost",
                time(times, TextKind.TEN_MEGABYTES) / time(times, TextKind.ONE_MEGABYTE),
                11);
        for (TextKind kind : TextKind.values()) {
            if (kind.isHostile()) {
                atMost(
                        "1 MB of " + kind.shown() + ", times the normal cost",
                        time(times, kind) / length(kind) / normal,
                        3);
            }
        }
        atMost(
                "10,000 more terms, times the cost",
                manyTerms() / time(times, TextKind.CORPUS),
                1.5);
        int heap = HeapSearch.smallestHeap(HEAP_TEXT);
        int without = HeapSearch.smallestHeap(0);
        atMost(
                "heap for 10 MB of text, times the text (%d MB - %d MB)".formatted(heap, without),
                (heap - without) / (double) HEAP_TEXT,
                8);
    }

    private static Map<String, Double> scans() throws RunnerException {
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : new Runner(options(ScanBenchmark.class, LUKEWARM).build()).run()) {
            times.put(
                    "baseline "
                            + (result.getParams().getBenchmark().endsWith("twoPatterns")
                                    ? "two java.util.regex patterns"
                                    : "letter or digit, each character"),
                    best(result));
        }
        return times;
    }

    private static Map<TextKind, Double> enricher() throws RunnerException {
        Map<TextKind, Double> times = new EnumMap<>(TextKind.class);
        enricher(times, false, WARM);
        enricher(times, true, LUKEWARM);
        return times;
    }

    private static void enricher(Map<TextKind, Double> times, boolean hostile, int warmUp)
            throws RunnerException {
        String[] texts =
                Arrays.stream(TextKind.values())
                        .filter(kind -> kind.isHostile() == hostile)
                        .map(TextKind::name)
                        .toArray(String[]::new);
        ChainedOptionsBuilder options =
                options(EnricherBenchmark.class, warmUp)
                        .param("text", texts)
                        .param("manyTerms", "false");
        for (RunResult result : new Runner(options.build()).run()) {
            times.put(TextKind.valueOf(result.getParams().getParam("text")), best(result));
        }
    }

    private static double manyTerms() throws RunnerException {
        ChainedOptionsBuilder options =
                options(EnricherBenchmark.class, WARM)
                        .param("text", TextKind.CORPUS.name())
                        .param("manyTerms", "true");
        return best(new Runner(options.build()).runSingle());
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, int warmUp) {
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .forks(1)
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .threads(1)
                .addProfiler(ProcessorTime.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "-Dbeleidsradar.repository=" + Corpus.ROOT,
                        "-XX:ActiveProcessorCount=1",
                        "-XX:+UseSerialGC",
                        "-Xmx3g");
    }

    /** The cheapest iteration: a busy machine can only make it dearer. */
    private static double best(RunResult result) {
        return result.getAggregatedResult().getIterationResults().stream()
                .map(iteration -> iteration.getSecondaryResults().get(ProcessorTime.NAME))
                .mapToDouble(time -> Objects.requireNonNull(time).getScore())
                .min()
                .orElseThrow();
    }

    private static double time(Map<TextKind, Double> times, TextKind kind) {
        return Objects.requireNonNull(times.get(kind), kind::name);
    }

    private static long length(TextKind kind) {
        return kind.texts().stream().mapToLong(String::length).sum();
    }

    private static void atLeast(String what, double figure, double target) {
        figure(what, figure, ">= %-5s %s".formatted(shown(target), met(figure >= target)));
    }

    private static void atMost(String what, double figure, double target) {
        figure(what, figure, "<= %-5s %s".formatted(shown(target), met(figure <= target)));
    }

    private static void figure(String what, double figure, String target) {
        System.out.printf("%-62s %9s  %s%n", what, shown(figure), target);
    }

    private static String met(boolean met) {
        return met ? "met" : "NOT MET";
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
