package nl.beleidsradar.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of each set and line, beside their targets. */
final class Report {

    /** The line that takes the papers of the Tweede Kamer together. */
    private static final String PAPERS = "papers together";

    private final List<Target> targets;

    Report(List<Target> targets) {
        this.targets = targets;
    }

    List<String> lines(String set, List<Verdict> verdicts) {
        Map<String, List<Verdict>> byLine =
                verdicts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Verdict::line, TreeMap::new, Collectors.toList()));
        List<Verdict> papers =
                verdicts.stream().filter(v -> Kinds.PAPERS.contains(v.line())).toList();
        if (papers.stream().map(Verdict::line).distinct().count() > 1) {
            byLine.put(PAPERS, papers);
        }
        List<String> lines = new ArrayList<>();
        byLine.forEach((line, items) -> lines.add(line(set, line, Tally.of(items))));
        return lines;
    }

    static String heading() {
        return row(
                "set", "line", "wanted", "found", "precision", "recall", "F1", "exact", "target");
    }

    private String line(String set, String line, Tally tally) {
        String target =
                targets.stream()
                        .filter(t -> t.set().equals(set))
                        .filter(t -> t.line().equals(line) || t.line().equals("*"))
                        .findFirst()
                        .map(t -> t.shown() + (t.met(tally) ? "  met" : "  NOT MET"))
                        .orElse("");
        return row(
                set,
                line,
                Integer.toString(tally.wanted()),
                Integer.toString(tally.found()),
                figure(tally.precision()),
                figure(tally.recall()),
                figure(tally.f1()),
                figure(tally.spans()),
                target);
    }

    private static String row(String... c) {
        return "%-17s %-28s %6s %6s %9s %7s %6s %6s  %s"
                .formatted(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]);
    }

    private static String figure(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
