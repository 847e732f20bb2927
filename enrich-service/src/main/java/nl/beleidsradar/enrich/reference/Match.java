package nl.beleidsradar.enrich.reference;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A match of an expression in the searched text.
 *
 * @param groups the number of each named group
 */
record Match(SearchedText text, Matcher matcher, Map<String, Integer> groups) {

    static final String SPAN = "span";

    /** The group's text; null where the expression has no such group or it took no part. */
    @Nullable String group(String name) {
        Integer group = groups.get(name);
        return group == null ? null : matcher.group(group);
    }

    int start() {
        Integer span = groups.get(SPAN);
        return span == null || matcher.start(span) < 0 ? matcher.start() : matcher.start(span);
    }

    int end() {
        Integer span = groups.get(SPAN);
        return span == null || matcher.end(span) < 0 ? matcher.end() : matcher.end(span);
    }

    /** Where the group starts, which the expression must have. */
    int start(String group) {
        return matcher.start(groups.getOrDefault(group, 0));
    }
}
