package nl.beleidsradar.enrich.reference;

import com.google.re2j.Matcher;
import org.jspecify.annotations.Nullable;

/** A match of an expression in a window of the searched text, with positions in the whole text. */
record Match(SearchedText text, int offset, Matcher matcher) {

    static final String SPAN = "span";

    /** The group's text; null where the expression has no such group or it took no part. */
    @Nullable String group(String name) {
        return has(name) ? matcher.group(name) : null;
    }

    int start() {
        return offset + (has(SPAN) ? matcher.start(SPAN) : matcher.start());
    }

    int end() {
        return offset + (has(SPAN) ? matcher.end(SPAN) : matcher.end());
    }

    int start(String group) {
        return offset + matcher.start(group);
    }

    private boolean has(String name) {
        return matcher.pattern().namedGroups().containsKey(name) && matcher.start(name) >= 0;
    }
}
