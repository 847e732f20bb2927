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

    /**
     * What begins an item of a list, a heading, a quotation, a table or a footnote, or labels a
     * line.
     */
    private static final Pattern ITEM =
            Pattern.compile(
                    "([-–—•*·▪#>|+\\[(]|o\\s|\\d{1,3}[.)°]|[a-zA-Z][.)]|\\p{L}{1,5}:).*",
                    Pattern.DOTALL);

    private static final Pattern OPEN_END = Pattern.compile("[\\p{L}\\p{N},]$");

    /** Words that never end a sentence. */
    private static final Pattern OPEN_WORD =
            Pattern.compile(
                    "\\s(aan|als|bij|dat|de|die|door|een|en|het|in|met|naar|of|om|op|over|te|tot|uit"
                            + "|van|voor|and|by|for|from|on|or|the|to|with)$",
                    Pattern.CASE_INSENSITIVE);

    private ReadableText() {}

    /** The same text with the breaks inside sentences, from one offset to another, as blanks. */
    static String of(String text, int start, int end) {
        var readable = new StringBuilder(text);
        Matcher breaks = BREAK.matcher(text).region(start, end);
        int lineStart = start;
        while (breaks.find()) {
            int from = breaks.start();
            int to = breaks.end();
            if (from > start && to < end) {
                keep(readable, from, to, goesOn(text, lineStart, from, to) ? 0 : 2);
            }
            lineStart = to;
        }
        return readable.toString();
    }

    /** Leaves the first few line breaks of a stretch of white space; the others become blanks. */
    private static void keep(StringBuilder text, int from, int to, int lineBreaks) {
        int kept = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n' || ++kept > lineBreaks) {
                text.setCharAt(i, ' ');
            }
        }
    }

    private static boolean goesOn(String text, int lineStart, int from, int to) {
        long lineBreaks = text.substring(from, to).chars().filter(c -> c == '\n').count();
        String next = text.substring(to, Math.min(to + 6, text.length()));
        if (lineBreaks > MOST_BREAKS || ITEM.matcher(next).matches()) {
            return false;
        }
        String line = text.substring(lineStart, from);
        boolean full = line.length() >= FULL_LINE;
        // A blank line ends a paragraph, unless the sentence plainly goes on after it.
        boolean inSentence =
                OPEN_END.matcher(line).find()
                        && (full || line.length() >= FULL_LINE / 2)
                        && Character.isLowerCase(next.charAt(0));
        return (full && (lineBreaks == 1 || OPEN_WORD.matcher(line).find())) || inSentence;
    }
}
