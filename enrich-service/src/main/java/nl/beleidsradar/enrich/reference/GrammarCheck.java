package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses a grammar file that would be slow, unproved, or that holds what nobody reads. */
final class GrammarCheck {

    private static final Set<String> FAMILY_KEYS =
            Set.of(
                    "patterns",
                    "examples",
                    "titleExamples",
                    "runningHeadExamples",
                    "counterExamples");
    private static final Set<String> PATTERN_KEYS =
            Set.of(
                    "name",
                    "kind",
                    "reader",
                    "evidence",
                    "role",
                    "places",
                    "literals",
                    "near",
                    "reach",
                    "match",
                    "each",
                    "item",
                    "canonical");

    /** Escapes and classes, in which the signs of repetition mean themselves. */
    private static final Pattern LITERAL_PARTS =
            Pattern.compile("\\\\.|\\[(?:\\\\.|[^\\]\\\\]){1,200}\\]");

    private static final Pattern UNBOUNDED =
            Pattern.compile("(?<![}?])[*+]|\\{[0-9]{1,4},\\}|[*+]{2}");

    private GrammarCheck() {}

    static void family(GrammarFile file) {
        known(file, FAMILY_KEYS);
        if (file.parts("patterns").isEmpty()) {
            throw new GrammarException(file.name(), "has no patterns");
        }
        if (!file.values().containsKey("examples")) {
            throw new GrammarException(file.name(), "has no examples");
        }
        if (!file.values().containsKey("counterExamples")) {
            throw new GrammarException(file.name(), "has no counterExamples");
        }
    }

    static void pattern(GrammarFile pattern) {
        known(pattern, PATTERN_KEYS);
    }

    /** Each repetition has a bound, so that an attempt ends. */
    static void expression(String expression) {
        String outside = LITERAL_PARTS.matcher(expression).replaceAll("x");
        if (UNBOUNDED.matcher(outside).find()) {
            throw new IllegalArgumentException("a repetition has no bound");
        }
    }

    static void literals(List<String> literals, boolean near) {
        if (literals.isEmpty() != near) {
            throw new IllegalArgumentException("needs literals, or near: dossier-number");
        }
        if (literals.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a literal is blank");
        }
    }

    private static void known(GrammarFile file, Set<String> keys) {
        for (String key : file.values().keySet()) {
            if (!keys.contains(key)) {
                throw new GrammarException(file.name(), "nothing is called " + key);
            }
        }
    }
}
