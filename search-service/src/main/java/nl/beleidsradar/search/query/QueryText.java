package nl.beleidsradar.search.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A query as typed, read into what each document must hold. {@code OR} binds its two neighbours; an
 * operator that makes no sense where it stands is left out, so that no text is an error.
 *
 * @param clauses all must hold
 */
public record QueryText(List<Clause> clauses) {

    /**
     * @param alternatives one must hold, or none where negated
     */
    public record Clause(boolean negated, List<Term> alternatives) {}

    private static final String OR = "OR";
    private static final String AND = "AND";
    private static final int SHORTEST_PREFIX = 2;

    public static QueryText parse(String q) {
        return new QueryText(List.copyOf(new Reader(q).clauses()));
    }

    public boolean isEmpty() {
        return clauses.isEmpty();
    }

    /** The terms that a snippet may show. */
    List<Term> wanted() {
        return clauses.stream()
                .filter(c -> !c.negated())
                .flatMap(c -> c.alternatives().stream())
                .toList();
    }

    /** Reads from left to right, one word or phrase at a time. */
    private static final class Reader {

        private final String q;
        private final List<Clause> clauses = new ArrayList<>();
        private int at;
        private boolean or;

        Reader(String q) {
            this.q = q.replaceAll("[\u201c\u201d\u201e\u201f\u00ab\u00bb]", "\"");
        }

        List<Clause> clauses() {
            while (at < q.length()) {
                if (isBlank(q.charAt(at)) || q.charAt(at) == '(') {
                    at++;
                } else {
                    read();
                }
            }
            return clauses;
        }

        private void read() {
            boolean negated = false;
            while (at < q.length() && (q.charAt(at) == '-' || q.charAt(at) == '+')) {
                negated = q.charAt(at) == '-';
                at++;
            }
            // A dash by itself is punctuation.
            negated &= at < q.length() && !isBlank(q.charAt(at));
            if (at < q.length() && q.charAt(at) == '"') {
                int close = q.indexOf('"', at + 1);
                int from = at + 1;
                at = close < 0 ? from : close + 1;
                if (close > from) {
                    add(negated, new Term.Phrase(q.substring(from, close).strip()));
                }
                return;
            }
            int from = at;
            while (at < q.length() && !isBlank(q.charAt(at)) && q.charAt(at) != '"') {
                at++;
            }
            word(negated, q.substring(from, at));
        }

        private void word(boolean negated, String typed) {
            switch (typed) {
                case OR -> or = !clauses.isEmpty() && !clauses.getLast().negated();
                case AND -> or = false;
                default -> {
                    String text = trimmed(typed);
                    boolean star = typed.endsWith("*") || typed.endsWith("*)");
                    boolean prefix =
                            star
                                    && text.codePointCount(0, text.length()) >= SHORTEST_PREFIX
                                    && text.codePoints().allMatch(Character::isLetterOrDigit);
                    add(negated, prefix ? new Term.Prefix(text) : new Term.Word(text));
                }
            }
        }

        private void add(boolean negated, Term term) {
            if (term.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                return;
            }
            if (or && !negated) {
                List<Term> alternatives = new ArrayList<>(clauses.removeLast().alternatives());
                alternatives.add(term);
                clauses.add(new Clause(false, List.copyOf(alternatives)));
            } else {
                clauses.add(new Clause(negated, List.of(term)));
            }
            or = false;
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
        }

        private static String trimmed(String typed) {
            return typed.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        }
    }
}
