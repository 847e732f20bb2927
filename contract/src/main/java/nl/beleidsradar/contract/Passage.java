package nl.beleidsradar.contract;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that speaks of a theme.
 *
 * @param start first UTF-16 unit, in the stored text (in the title where {@code in} says so)
 * @param end one past the last
 * @param page counted from 1; null where the document has no pages
 * @param text the passage as written
 * @param terms the words that caused it, as written; empty where it inherits its heading's theme
 * @param about whether the passage is about the theme, not only mentioning it
 * @param in {@code title} for a find in the title, else null
 */
public record Passage(
        int start,
        int end,
        @Nullable Integer page,
        String text,
        List<String> terms,
        boolean about,
        @Nullable String in) {

    public static final String IN_TITLE = "title";

    public Passage {
        Objects.requireNonNull(text, "text");
        terms = Copies.of(terms);
    }
}
