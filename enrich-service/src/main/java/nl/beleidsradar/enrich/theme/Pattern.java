package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A term, mask or part of a combination, ready to be looked up.
 *
 * @param theme index of its theme in the vocabulary
 * @param use what a match of it means
 * @param words in the folded spelling
 * @param written the words with their capitals where these count, else null
 * @param notLast whether a hyphenated word may not end with it
 */
record Pattern(
        int theme, Use use, List<Word> words, @Nullable List<String> written, boolean notLast) {

    /** What may follow the letters of a word. */
    enum Ending {
        NONE,
        INFLECTION,
        ANY
    }

    record Word(String letters, Ending ending) {}

    /** What a match means; {@code index} counts within the theme. */
    sealed interface Use {
        record OfTerm(int index, Theme.Weight weight) implements Use {}

        /** Cancels the term of that index in the same paragraph. */
        record AgainstTerm(int index) implements Use {}

        record OfCombination(int index, int group) implements Use {}

        record OfMask() implements Use {}
    }

    static Pattern of(int theme, Use use, String text, Theme.Mode mode) {
        List<String> parts = split(text);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            words.add(word(parts.get(i), mode, i == parts.size() - 1));
        }
        return new Pattern(
                theme,
                use,
                List.copyOf(words),
                mode == Theme.Mode.CASE_SENSITIVE ? parts : null,
                mode == Theme.Mode.COMPOUND_FIRST);
    }

    boolean accepts(Words text, int first, int last) {
        if (notLast
                && text.endsHyphenated(last)
                && text.folded(last).length() <= words.getLast().letters().length() + 1) {
            return false;
        }
        if (written == null) {
            return true;
        }
        for (int i = 0; i < written.size(); i++) {
            if (!sameCapitals(written.get(i), text.written(first + i))) {
                return false;
            }
        }
        return true;
    }

    private static Word word(String part, Theme.Mode mode, boolean last) {
        boolean open = part.endsWith("*");
        String letters = open ? part.substring(0, part.length() - 1) : part;
        Ending ending =
                switch (mode) {
                    case WORD, PHRASE, CASE_SENSITIVE -> Ending.NONE;
                    case STEM -> Ending.INFLECTION;
                    case COMPOUND_FIRST -> last ? Ending.ANY : Ending.NONE;
                };
        return new Word(letters.toLowerCase(Locale.ROOT), open ? Ending.ANY : ending);
    }

    /** Splits as {@link Words} does, so that {@code NIS-2} and {@code NIS 2} are one pattern. */
    static List<String> split(String text) {
        String marked = text.replace('*', '\uE000').replace('#', '\uE001');
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                part.append(folded(c));
            } else if (c == '\uE001') {
                part.append('#');
            } else if (c == '\uE000') {
                part.append('*');
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return List.copyOf(parts);
    }

    private static String folded(char c) {
        if (c < 128) {
            return String.valueOf(c);
        }
        Words words = Words.of(String.valueOf(c));
        return words.size() == 0 ? "" : words.folded(0);
    }

    private static boolean sameCapitals(String pattern, String word) {
        int length = pattern.endsWith("*") ? pattern.length() - 1 : pattern.length();
        if (word.length() < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (pattern.charAt(i) != '#' && pattern.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
