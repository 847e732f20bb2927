package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A term, mask or part of a combination, ready to be looked up.
 *
 * @param theme index of its theme in the vocabulary, or {@link #EVERY_THEME}
 * @param use what a match of it means
 * @param words in the folded spelling
 * @param written the words with their capitals where these count, else null
 * @param notLast whether a hyphenated word may not end with it
 */
record Pattern(
        int theme, Use use, List<Word> words, @Nullable List<String> written, boolean notLast) {

    static final int EVERY_THEME = -1;

    /** What may follow the letters of a word. */
    enum Ending {
        NONE,
        INFLECTION,
        ANY
    }

    /**
     * @param afterBarrier whether a comma or the like stands before it
     */
    record Word(String letters, Ending ending, boolean afterBarrier) {}

    /** A word of a pattern as its file has it, accents folded; may end in {@code *}. */
    record Part(String text, boolean afterBarrier) {}

    /** What a match means; {@code index} counts within the theme. */
    sealed interface Use {
        record OfTerm(int index, Theme.Weight weight) implements Use {}

        /** Cancels the term of that index in the same paragraph. */
        record AgainstTerm(int index) implements Use {}

        record OfCombination(int index, int group) implements Use {}

        record OfMask() implements Use {}

        /** Hides what is shorter than itself, in every theme. */
        record OfName() implements Use {}
    }

    static Pattern of(int theme, Use use, String text, Theme.Mode mode) {
        List<Part> parts = split(text);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            words.add(word(parts.get(i), mode, i == parts.size() - 1));
        }
        return new Pattern(
                theme,
                use,
                List.copyOf(words),
                mode == Theme.Mode.CASE_SENSITIVE ? parts.stream().map(Part::text).toList() : null,
                mode == Theme.Mode.COMPOUND_FIRST && parts.size() == 1);
    }

    boolean accepts(Words text, int first, int last) {
        if (notLast
                && text.endsHyphenated(last)
                && text.length(last) <= words.getLast().letters().length() + 1) {
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

    private static Word word(Part from, Theme.Mode mode, boolean last) {
        String part = from.text();
        boolean open = part.endsWith("*");
        String letters = open ? part.substring(0, part.length() - 1) : part;
        Ending ending =
                switch (mode) {
                    case WORD, PHRASE, CASE_SENSITIVE -> Ending.NONE;
                    case STEM -> Ending.INFLECTION;
                    case COMPOUND_FIRST -> last ? Ending.ANY : Ending.NONE;
                };
        return new Word(
                letters.toLowerCase(Locale.ROOT), open ? Ending.ANY : ending, from.afterBarrier());
    }

    /** Splits as {@link Words} does, so that {@code NIS-2} and {@code NIS 2} are one pattern. */
    static List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean barrier = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == '#' || c == '*') {
                part.append(c);
            } else if (Letters.kind(c) == Letters.Kind.WORD) {
                part.append(folded(c));
            } else {
                if (!part.isEmpty()) {
                    parts.add(new Part(part.toString(), barrier && !parts.isEmpty()));
                    part.setLength(0);
                    barrier = false;
                }
                barrier |= Letters.kind(c) == Letters.Kind.BARRIER;
            }
        }
        return List.copyOf(parts);
    }

    /** A capital counts in some patterns, so that only what is beside the letter goes. */
    private static String folded(char c) {
        return c < 128 ? String.valueOf(c) : Letters.plainOf(c);
    }

    /**
     * The letters are known to be the same; a capital must stand where the pattern has one, and no
     * other. Soft hyphens and accents in the text are passed over.
     */
    private static boolean sameCapitals(String pattern, String word) {
        int at = 0;
        for (int i = 0; i < word.length() && at < pattern.length(); i++) {
            char c = word.charAt(i);
            if (Letters.kind(c) == Letters.Kind.WORD) {
                if (Character.isUpperCase(c) != Character.isUpperCase(pattern.charAt(at))) {
                    return pattern.charAt(at) == '*';
                }
                at++;
            }
        }
        return true;
    }
}
