package nl.beleidsradar.enrich.reference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds an expression only where a word it begins with stands, which is fast on long texts. */
final class Landmarks {

    /** A word in lower case, in capitals, and with a capital. */
    record Landmark(String lower, String upper, String capital) {

        static Landmark of(String lower) {
            String upper = lower.toUpperCase(Locale.ROOT);
            return new Landmark(lower, upper, upper.charAt(0) + lower.substring(1));
        }
    }

    private Landmarks() {}

    /**
     * The first match whose landmark stands as it does; null without one.
     *
     * @param landmark a word of the expression
     * @param before how many characters of a match stand before its landmark
     */
    static @Nullable Matcher find(
            Pattern pattern, String text, Landmark landmark, int before, int from) {
        Matcher matcher = null;
        int at = next(text, landmark, from + before);
        while (at >= 0) {
            if (matcher == null) {
                matcher =
                        pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
            }
            matcher.region(at - before, text.length());
            if (matcher.lookingAt()) {
                return matcher;
            }
            at = next(text, landmark, at + 1);
        }
        return null;
    }

    private static int next(String text, Landmark landmark, int from) {
        return earlier(
                text.indexOf(landmark.lower, from),
                earlier(text.indexOf(landmark.upper, from), text.indexOf(landmark.capital, from)));
    }

    private static int earlier(int a, int b) {
        return a < 0 || (b >= 0 && b < a) ? b : a;
    }
}
