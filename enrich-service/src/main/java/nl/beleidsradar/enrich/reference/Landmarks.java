package nl.beleidsradar.enrich.reference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds an expression only where a word it begins with stands, which is fast on long texts. */
final class Landmarks {

    /**
     * A word in lower case, with a capital, and in capitals.
     *
     * @param tail all but the first letter, which both of the first two hold
     */
    record Landmark(String tail, String upper) {

        static Landmark of(String lower) {
            return new Landmark(lower.substring(1), lower.toUpperCase(Locale.ROOT));
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
        Finder places = new Finder(text, landmark);
        int at = places.next(from + before);
        while (at >= 0) {
            if (matcher == null) {
                matcher =
                        pattern.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
            }
            matcher.region(at - before, text.length());
            if (matcher.lookingAt()) {
                return matcher;
            }
            at = places.next(at + 1);
        }
        return null;
    }

    /**
     * Goes from one landmark to the next; each spelling is looked for once, however many there are.
     */
    private static final class Finder {

        private static final int NONE = -1;
        private static final int UNKNOWN = -2;

        private final String text;
        private final Landmark landmark;
        private int nextLower = UNKNOWN;
        private int nextUpper = UNKNOWN;

        Finder(String text, Landmark landmark) {
            this.text = text;
            this.landmark = landmark;
        }

        /** The first landmark at or behind a place that only moves on; -1 without one. */
        int next(int from) {
            if (nextLower != NONE && nextLower < from) {
                int tail = text.indexOf(landmark.tail, from + 1);
                nextLower = tail < 0 ? NONE : tail - 1;
            }
            if (nextUpper != NONE && nextUpper < from) {
                nextUpper = text.indexOf(landmark.upper, from);
            }
            boolean upper = nextLower == NONE || (nextUpper != NONE && nextUpper < nextLower);
            return upper ? nextUpper : nextLower;
        }
    }
}
