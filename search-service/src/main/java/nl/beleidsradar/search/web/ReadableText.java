package nl.beleidsradar.search.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows a text that was set in lines as paragraphs, so that it fits any screen. Line breaks inside
 * a sentence become blanks, one for one: every offset stays, and the stored text is not touched.
 */
final class ReadableText {

    /** A line at least this long was full, and the sentence went on in the next one. */
    private static final int FULL_LINE = 55;

    private static final int MOST_BREAKS = 3;
    private static final Pattern BREAK = Pattern.compile("[ \\t\\r\\u00a0]*\\n[\\s\\u00a0]*");

    /** What begins an item of a list, a heading, a quotation, a table or a footnote. */
    private static final Pattern ITEM =
            Pattern.compile(
                    "([-–—•*·o▪#>|+\\[(]|\\d{1,3}[.)°]|[a-zA-Z][.)])\\s?.*", Pattern.DOTALL);

    private ReadableText() {}

    /** The same text with the breaks inside sentences, from one offset to another, as blanks. */
    static String of(String text, int start, int end) {
        var readable = new StringBuilder(text);
        Matcher breaks = BREAK.matcher(text).region(start, end);
        int lineStart = start;
        while (breaks.find()) {
            int from = breaks.start();
            int to = breaks.end();
            if (from > start && to < end && goesOn(text, lineStart, from, to)) {
                for (int i = from; i < to; i++) {
                    readable.setCharAt(i, ' ');
                }
            }
            lineStart = to;
        }
        return readable.toString();
    }

    private static boolean goesOn(String text, int lineStart, int from, int to) {
        long lineBreaks = text.substring(from, to).chars().filter(c -> c == '\n').count();
        char before = text.charAt(from - 1);
        if (ITEM.matcher(text.substring(to, Math.min(to + 6, text.length()))).matches()) {
            return false;
        }
        boolean full = from - lineStart >= FULL_LINE;
        boolean inSentence =
                full
                        && (Character.isLetterOrDigit(before) || before == ',')
                        && Character.isLowerCase(text.charAt(to));
        // A blank line ends a paragraph, unless the sentence plainly goes on after it.
        return lineBreaks == 1 ? full : lineBreaks <= MOST_BREAKS && inSentence;
    }
}
