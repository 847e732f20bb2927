package nl.beleidsradar.enrich.reference;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what was wanted, found and right, per kind of reference. */
final class Score {

    private final Map<String, int[]> counts = new TreeMap<>();
    private final Set<String> mistakes = new TreeSet<>();

    /** Compares one document; a label is a canonical form with or without its span. */
    void add(String document, String kind, Set<String> wanted, Set<String> found) {
        Set<String> right = new HashSet<>(wanted);
        right.retainAll(found);
        int[] count = counts.computeIfAbsent(kind, k -> new int[3]);
        count[0] += wanted.size();
        count[1] += found.size();
        count[2] += right.size();
        wanted.stream()
                .filter(w -> !found.contains(w))
                .forEach(w -> mistakes.add(document + " misses " + w));
        found.stream()
                .filter(f -> !wanted.contains(f))
                .forEach(f -> mistakes.add(document + " invents " + f));
    }

    double precision() {
        return ratio(sum(2), sum(1));
    }

    double recall() {
        return ratio(sum(2), sum(0));
    }

    Set<String> mistakes() {
        return mistakes;
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(e ->
                        "%s: precision %.3f recall %.3f (%d wanted, %d found)"
                                .formatted(
                                        e.getKey(),
                                        ratio(e.getValue()[2], e.getValue()[1]),
                                        ratio(e.getValue()[2], e.getValue()[0]),
                                        e.getValue()[0],
                                        e.getValue()[1]))
                .collect(Collectors.joining("; "));
    }

    private int sum(int index) {
        return counts.values().stream().mapToInt(count -> count[index]).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
