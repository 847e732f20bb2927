package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.beleidsradar.contract.TextSpan;

/** Finds words that go on in the next line behind a hyphen. */
final class BrokenWords {

    private static final int LONGEST_HALF = 60;
    private static final int WIDEST_BREAK = 12;
    private static final int SHORTEST_HALF = 2;

    /** After these a hyphen leaves out what the next word says: "in- en uitvoer". */
    private static final Set<String> LEFT_OUT =
            Set.of("en", "of", "tot", "naar", "dan", "and", "or", "und", "oder", "et", "ou");

    private BrokenWords() {}

    static List<TextSpan> in(String text, int most) {
        List<TextSpan> broken = new ArrayList<>();
        for (int line = text.indexOf('\n');
                line >= 0 && broken.size() < most;
                line = text.indexOf('\n', line + 1)) {
            int hyphen = line - 1;
            while (hyphen > 0 && line - hyphen <= WIDEST_BREAK && isBlank(text.charAt(hyphen))) {
                hyphen--;
            }
            if (hyphen > 0 && isHyphen(text.charAt(hyphen))) {
                add(broken, text, hyphen, line);
            }
        }
        return broken;
    }

    private static void add(List<TextSpan> broken, String text, int hyphen, int line) {
        int start = hyphen;
        while (start > 0
                && hyphen - start < LONGEST_HALF
                && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int next = line;
        while (next < text.length()
                && next - line < WIDEST_BREAK
                && (text.charAt(next) == '\n' || isBlank(text.charAt(next)))) {
            next++;
        }
        int end = next;
        while (end < text.length()
                && end - next < LONGEST_HALF
                && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean goesOn =
                hyphen - start >= SHORTEST_HALF
                        && end > next
                        && Character.isLetterOrDigit(text.charAt(hyphen - 1))
                        && Character.isLowerCase(text.charAt(next))
                        && !LEFT_OUT.contains(text.substring(next, end));
        if (goesOn) {
            broken.add(new TextSpan(TextSpan.Kind.JOINED_WORD, start, end));
        }
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u00AD' || c == '\u2010';
    }

    private static boolean isBlank(char c) {
        return c != '\n' && (c <= ' ' || Character.isSpaceChar(c));
    }
}
