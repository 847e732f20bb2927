package nl.beleidsradar.enrich.reference;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A match of an expression in the searched text. */
record Match(SearchedText text, Matcher matcher) {

    static final String SPAN = "span";

    /** The group's text; null where the expression has no such group or it took no part. */
    @Nullable String group(String name) {
        return has(name) ? matcher.group(name) : null;
    }

    int start() {
        return has(SPAN) ? matcher.start(SPAN) : matcher.start();
    }

    int end() {
        return has(SPAN) ? matcher.end(SPAN) : matcher.end();
    }

    int start(String group) {
        return matcher.start(group);
    }

    private boolean has(String name) {
        return matcher.namedGroups().containsKey(name) && matcher.start(name) >= 0;
    }
}
