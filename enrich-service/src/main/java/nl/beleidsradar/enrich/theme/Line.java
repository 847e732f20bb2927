package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that is not blank.
 *
 * @param start first UTF-16 unit, not white space
 * @param end one past the last, not white space
 * @param blankBefore how many blank lines stand before it
 */
record Line(int start, int end, int blankBefore) {

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int blank = 0;
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int lineEnd = newline < 0 ? text.length() : newline;
            int start = at;
            int end = lineEnd;
            while (start < end && isBlank(text.charAt(start))) {
                start++;
            }
            while (end > start && isBlank(text.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                lines.add(new Line(start, end, blank));
                blank = 0;
            } else {
                blank++;
            }
            at = lineEnd + 1;
        }
        return lines;
    }

    int length() {
        return end - start;
    }

    /**
     * Tells lines apart that differ in more than numbers and spaces: the same for {@code Pagina 1
     * van 9} and {@code Pagina 2 van 9}.
     */
    long shape(String text) {
        long hash = 1;
        char last = 'x';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char kind = kind(c);
            if (kind != last || (kind != '#' && kind != ' ')) {
                // Multiplied so that each place counts: two shapes of one number are as good as
                // never met.
                hash = (hash ^ kind) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            last = kind;
        }
        return hash;
    }

    private static char kind(char c) {
        if (c > ' ' && c < 127) {
            return c >= '0' && c <= '9' ? '#' : c;
        }
        return Character.isDigit(c) ? '#' : Character.isWhitespace(c) ? ' ' : c;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : isRareBlank(c);
    }

    private static boolean isRareBlank(char c) {
        return c == '\u00A0' || c == '\uFEFF' || (c > 127 && Character.isWhitespace(c));
    }
}
