package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paragraphs of an extracted text. Some extractors put a blank line after every line, so
 * what separates paragraphs is decided by looking at the document as a whole first.
 */
final class ParagraphSplitter {

    /** A line of at least this many units was probably broken for want of room. */
    private static final int FULL_LINE = 45;

    private final String text;
    private final List<Line> lines;
    private final boolean doubleSpaced;
    private final RunningLines running;

    private ParagraphSplitter(String text) {
        this.text = text;
        this.lines = Line.of(text);
        this.running = new RunningLines(text, lines);
        this.doubleSpaced = isDoubleSpaced();
    }

    static List<Paragraph> split(String text) {
        return new ParagraphSplitter(text).paragraphs();
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean breaks =
                    i == lines.size()
                            || running.isRunning(i - 1)
                            || running.isRunning(i)
                            || breaksBetween(lines.get(i - 1), lines.get(i));
            if (breaks) {
                paragraphs.add(paragraph(first, i - 1));
                first = i;
            }
        }
        return paragraphs;
    }

    private Paragraph paragraph(int first, int last) {
        int start = lines.get(first).start();
        int end = lines.get(last).end();
        Paragraph.Kind kind = Paragraph.Kind.BODY;
        if (first == last && running.isRunning(first)) {
            kind = running.stoodBefore(first) ? Paragraph.Kind.RUNNING : Paragraph.Kind.BODY;
        } else if (last - first < 3 && Headings.looksLikeOne(text, start, end)) {
            kind = Paragraph.Kind.HEADING;
        }
        return new Paragraph(start, end, kind);
    }

    private boolean breaksBetween(Line above, Line below) {
        int gap = below.blankBefore();
        if (startsItem(below)) {
            return true;
        }
        if (isBroken(above) && startsLower(below)) {
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

    private boolean isBroken(Line line) {
        char last = text.charAt(line.end() - 1);
        return last == '-' || last == Letters.SOFT_HYPHEN;
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
}
