package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All patterns of all themes as one tree of words, each word a path of letters. Looking up the
 * patterns that begin at a word costs the length of that word, however many patterns there are.
 */
final class TermTrie {

    private static final Set<String> INFLECTIONS = Set.of("e", "en", "n", "s", "es");

    /** Shortest word, in letters, at whose end one or two digits are taken for a footnote's. */
    private static final int MIN_BEFORE_FOOTNOTE = 4;

    private final Node root = new Node();

    /** A pattern found on the words {@code first} to {@code last}. */
    record Match(Pattern pattern, int first, int last) {}

    void add(Pattern pattern) {
        Node node = root;
        for (Pattern.Word word : pattern.words()) {
            Letters letters = word.afterBarrier() ? node.afterBarrier : node.letters;
            node = letters.path(word.letters()).child(word.ending());
        }
        node.patterns.add(pattern);
    }

    /** Passes every match that begins at the given word. */
    void matchesAt(Words words, int first, Consumer<Match> found) {
        follow(root.letters, words, first, first, found);
    }

    private static void follow(
            Letters letters, Words words, int first, int at, Consumer<Match> found) {
        walk(letters, words.folded(at), 0, next -> arrive(next, words, first, at, found));
    }

    private static void arrive(Node node, Words words, int first, int at, Consumer<Match> found) {
        for (Pattern pattern : node.patterns) {
            if (pattern.accepts(words, first, at)) {
                found.accept(new Match(pattern, first, at));
            }
        }
        int next = at + 1;
        if (next < words.size()) {
            Letters letters = words.afterBarrier(next) ? node.afterBarrier : node.letters;
            if (!letters.isLeaf()) {
                follow(letters, words, first, next, found);
            }
        }
    }

    private static void walk(Letters from, String word, int start, Consumer<Node> reached) {
        Letters letters = from;
        for (int i = start; ; i++) {
            letters.report(word, i, reached);
            if (i == word.length()) {
                return;
            }
            char c = word.charAt(i);
            @Nullable Letters digit = c >= '0' && c <= '9' ? letters.next('#') : null;
            if (digit != null) {
                walk(digit, word, i + 1, reached);
            }
            @Nullable Letters next = letters.next(c);
            if (next == null) {
                return;
            }
            letters = next;
        }
    }

    /** Where the letters of a word end, without a footnote's number glued to it. */
    private static int withoutFootnote(String word) {
        int end = word.length();
        int digits = 0;
        while (digits < 3 && end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
            digits++;
        }
        return digits < 3 && end >= MIN_BEFORE_FOOTNOTE ? end : word.length();
    }

    /** A place between two words. */
    private static final class Node {
        private final Letters letters = new Letters();
        private final Letters afterBarrier = new Letters();
        private final List<Pattern> patterns = new ArrayList<>();
    }

    /** A place inside a word. */
    private static final class Letters {
        private final Map<Character, Letters> next = new HashMap<>();
        private @Nullable Node exact;
        private @Nullable Node stem;
        private @Nullable Node prefix;

        private Letters path(String word) {
            Letters letters = this;
            for (int i = 0; i < word.length(); i++) {
                letters = letters.next.computeIfAbsent(word.charAt(i), c -> new Letters());
            }
            return letters;
        }

        private Node child(Pattern.Ending ending) {
            return switch (ending) {
                case NONE -> {
                    exact = orNew(exact);
                    yield exact;
                }
                case INFLECTION -> {
                    stem = orNew(stem);
                    yield stem;
                }
                case ANY -> {
                    prefix = orNew(prefix);
                    yield prefix;
                }
            };
        }

        private static Node orNew(@Nullable Node node) {
            return node == null ? new Node() : node;
        }

        private @Nullable Letters next(char c) {
            return next.get(c);
        }

        private boolean isLeaf() {
            return next.isEmpty();
        }

        /** Reports the places reached by a word of which the letters so far have been walked. */
        private void report(String word, int walked, Consumer<Node> reached) {
            if (prefix != null) {
                reached.accept(prefix);
            }
            if (exact == null && stem == null) {
                return;
            }
            int end = withoutFootnote(word);
            boolean whole = walked == word.length() || walked == end;
            if (exact != null && whole) {
                reached.accept(exact);
            }
            if (stem != null
                    && (whole
                            || (walked < end
                                    && INFLECTIONS.contains(word.substring(walked, end))))) {
                reached.accept(stem);
            }
        }
    }
}
