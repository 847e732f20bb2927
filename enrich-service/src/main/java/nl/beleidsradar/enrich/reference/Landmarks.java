package nl.beleidsradar.enrich.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds an expression only where a word it begins with stands, which is fast on long texts. */
final class Landmarks {

    private Landmarks() {}

    /**
     * The first match at the word; null without one.
     *
     * @param word lower case; compared without regard to case, a line feed as a space
     */
    static @Nullable Matcher find(Pattern pattern, String text, String word, int from) {
        for (int at = indexOf(text, word, from); at >= 0; at = indexOf(text, word, at + 1)) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            matcher.useAnchoringBounds(false).useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return matcher;
            }
        }
        return null;
    }

    private static int indexOf(String text, String word, int from) {
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = from; i <= text.length() - word.length(); i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && matches(text, word, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(String text, String word, int start) {
        for (int i = 1; i < word.length(); i++) {
            char c = Character.toLowerCase(text.charAt(start + i));
            if (c != word.charAt(i) && !(c == '\n' && word.charAt(i) == ' ')) {
                return false;
            }
        }
        return true;
    }
}
