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

        private static final int UNKNOWN = -2;

        private final String text;
        private final String[] spellings;
        private final int[] ahead = {UNKNOWN, UNKNOWN, UNKNOWN};

        Finder(String text, Landmark landmark) {
            this.text = text;
            boolean caseless = landmark.lower.equals(landmark.upper);
            this.spellings =
                    caseless
                            ? new String[] {landmark.lower}
                            : new String[] {landmark.lower, landmark.upper, landmark.capital};
        }

        /** The first landmark at or behind a place that only moves on; -1 without one. */
        int next(int from) {
            int first = -1;
            for (int i = 0; i < spellings.length; i++) {
                if (ahead[i] != -1 && ahead[i] < from) {
                    ahead[i] = text.indexOf(spellings[i], from);
                }
                if (ahead[i] >= 0 && (first < 0 || ahead[i] < first)) {
                    first = ahead[i];
                }
            }
            return first;
        }
    }
}
