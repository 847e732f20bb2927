package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.beleidsradar.quality.Verdict.Outcome;

/**
 * The mistakes known and accepted, one a line: set, line, document, canonical, outcome. Whatever is
 * not listed was right.
 */
record Baseline(Set<String> mistakes) {

    private static final String HEADING =
            "# Mistakes known and accepted: set, line, document, canonical, outcome. Written by mvn -Pquality verify -Dquality.accept";

    static Baseline read(Path file) throws IOException {
        return new Baseline(
                Files.exists(file)
                        ? Files.readAllLines(file).stream()
                                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .collect(Collectors.toCollection(TreeSet::new))
                        : Set.of());
    }

    static Baseline of(List<Verdict> verdicts) {
        return new Baseline(
                verdicts.stream()
                        .filter(v -> v.outcome() != Outcome.RIGHT)
                        .map(Verdict::shown)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        lines.addAll(mistakes);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** Mistakes that are not in the other. */
    Set<String> without(Baseline other) {
        Set<String> rest = new TreeSet<>(mistakes);
        rest.removeAll(other.mistakes);
        return rest;
    }
}
