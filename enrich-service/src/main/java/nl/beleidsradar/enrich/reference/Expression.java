package nl.beleidsradar.enrich.reference;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A compiled expression with what is asked of it at every attempt; a matcher would copy the names
 * of the groups each time.
 *
 * @param groups the number of each named group
 * @param digitWithin how many characters of a match stand before its first digit at most, or {@link
 *     FirstDigit#NOWHERE}
 */
record Expression(Pattern pattern, Map<String, Integer> groups, int digitWithin) {

    Expression {
        groups = Map.copyOf(groups);
    }

    static Expression of(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new Expression(pattern, pattern.namedGroups(), FirstDigit.within(expression));
    }
}
