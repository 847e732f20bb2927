package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the paragraphs of an extracted text. Some extractors put a blank line after every line, so
 * what separates paragraphs is decided by looking at the document as a whole first.
 */
final class ParagraphSplitter {

    /** A line this often in one document is a running head or foot. */
    private static final int RUNNING_TIMES = 5;

    private static final int MAX_RUNNING = 90;

    /** A line of at least this many units was probably broken for want of room. */
    private static final int FULL_LINE = 45;

    private final String text;
    private final List<Line> lines;
    private final boolean doubleSpaced;
    private final Map<String, Integer> seen = new HashMap<>();

    private ParagraphSplitter(String text) {
        this.text = text;
        this.lines = lines(text);
        this.doubleSpaced = isDoubleSpaced();
    }

    static List<Paragraph> split(String text) {
        return new ParagraphSplitter(text).paragraphs();
    }

    /**
     * A line that is not blank.
     *
     * @param blankBefore how many blank ones stand before it
     * @param shape the line without what differs from page to page; empty for a long line
     */
    private record Line(int start, int end, int blankBefore, String shape) {}

    private List<Paragraph> paragraphs() {
        Map<String, Integer> times = new HashMap<>();
        lines.forEach(line -> times.merge(line.shape(), 1, Integer::sum));
        List<Paragraph> paragraphs = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean breaks =
                    i == lines.size()
                            || isRunning(lines.get(i - 1), times)
                            || isRunning(lines.get(i), times)
                            || breaksBetween(lines.get(i - 1), lines.get(i));
            if (breaks) {
                paragraphs.add(paragraph(first, i - 1, times));
                first = i;
            }
        }
        return paragraphs;
    }

    private Paragraph paragraph(int first, int last, Map<String, Integer> times) {
        int start = lines.get(first).start();
        int end = lines.get(last).end();
        Paragraph.Kind kind = Paragraph.Kind.BODY;
        if (first == last && isRunning(lines.get(first), times)) {
            boolean again = seen.merge(lines.get(first).shape(), 1, Integer::sum) > 1;
            kind = again ? Paragraph.Kind.RUNNING : Paragraph.Kind.BODY;
        } else if (last - first < 3 && Headings.looksLikeOne(text.substring(start, end))) {
            kind = Paragraph.Kind.HEADING;
        }
        return new Paragraph(start, end, kind);
    }

    private boolean breaksBetween(Line above, Line below) {
        int gap = below.blankBefore();
        if (startsItem(below)) {
            return true;
        }
        if (text.charAt(above.end() - 1) == '-' && startsLower(below)) {
            return false;
        }
        if (!doubleSpaced) {
            return gap > 0 || Headings.isMarked(text, below.start());
        }
        // In such a text lines that touch are a page's last and the next page's first.
        boolean newPage =
                endsSentence(above) && (!startsLower(below) || text.charAt(above.end() - 1) == ';');
        return gap > 1 || (gap == 0 && newPage);
    }

    private boolean isDoubleSpaced() {
        int goOn = 0;
        int apart = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).blankBefore() == 1) {
                apart++;
                if (goesOn(lines.get(i - 1), lines.get(i))) {
                    goOn++;
                }
            }
        }
        return apart >= 4 && goOn * 2 > apart;
    }

    private boolean goesOn(Line above, Line below) {
        return above.end() - above.start() >= FULL_LINE
                && !endsSentence(above)
                && !startsItem(below);
    }

    private boolean endsSentence(Line line) {
        return ".:;?!".indexOf(text.charAt(line.end() - 1)) >= 0;
    }

    private boolean startsLower(Line line) {
        return Character.isLowerCase(text.codePointAt(line.start()));
    }

    /** Whether a line begins with a bullet or a number of a list. */
    private boolean startsItem(Line line) {
        int i = line.start();
        char c = text.charAt(i);
        if ("\u2022\uF0B7\u25AA\u2212\u2013\u2014*-o".indexOf(c) >= 0) {
            return i + 1 < line.end() && text.charAt(i + 1) == ' ';
        }
        int digits = 0;
        while (i < line.end() && digits < 4 && Character.isDigit(text.charAt(i))) {
            i++;
            digits++;
        }
        return digits > 0
                && i + 1 < line.end()
                && ".)".indexOf(text.charAt(i)) >= 0
                && text.charAt(i + 1) == ' ';
    }

    private boolean isRunning(Line line, Map<String, Integer> times) {
        return line.end() - line.start() <= MAX_RUNNING
                && times.getOrDefault(line.shape(), 0) >= RUNNING_TIMES;
    }

    private static String shape(String text, int start, int end) {
        if (end - start > MAX_RUNNING) {
            return "";
        }
        StringBuilder shape = new StringBuilder(end - start);
        char last = 'x';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char kind = Character.isDigit(c) ? '#' : Character.isWhitespace(c) ? ' ' : c;
            if (kind != last || (kind != '#' && kind != ' ')) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }

    private static List<Line> lines(String text) {
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
                lines.add(new Line(start, end, blank, shape(text, start, end)));
                blank = 0;
            } else {
                blank++;
            }
            at = lineEnd + 1;
        }
        return lines;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF';
    }
}
