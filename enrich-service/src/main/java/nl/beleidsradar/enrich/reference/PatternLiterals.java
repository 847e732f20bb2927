package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The literals of all patterns, and which patterns each of them makes worth an attempt. */
final class PatternLiterals {

    private final LiteralAutomaton automaton;
    private final int[][] patternsByLiteral;
    private final int patternCount;

    PatternLiterals(List<CitationPattern> patterns) {
        Map<String, List<Integer>> byLiteral = new LinkedHashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            for (String literal : patterns.get(i).literals()) {
                byLiteral.computeIfAbsent(literal, l -> new ArrayList<>()).add(i);
            }
        }
        this.automaton = new LiteralAutomaton(List.copyOf(byLiteral.keySet()));
        this.patternsByLiteral =
                byLiteral.values().stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        this.patternCount = patterns.size();
    }

    int patternCount() {
        return patternCount;
    }

    void scan(char[] text, int length, Candidates candidates) {
        automaton.scan(
                text,
                length,
                (literal, start) -> {
                    for (int pattern : patternsByLiteral[literal]) {
                        candidates.add(pattern, start);
                    }
                });
    }
}
