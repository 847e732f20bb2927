package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.TextSpan;
import nl.beleidsradar.ingest.extract.PageLines.Line;

/**
 * Finds the notes at the foot of a page: lines that begin with a number which the text above them
 * has as a mark, glued to a word. Notes count up to the end of the page, so the last is sought
 * first.
 */
final class Footnotes {

    private static final int MOST_LINES = 80;
    private static final Pattern NOTE = Pattern.compile("(\\d{1,3})\\s{0,3}(?=[\\p{L}«“‘\"'(])");
    private static final String BEFORE_MARK = ")]»”’\"'.,;:?!";
    private static final int MOST_DIGITS = 3;

    private Footnotes() {}

    /**
     * @param printed lines that are no part of a note
     */
    static List<TextSpan> in(String text, PageLines lines, List<TextSpan> printed) {
        Set<Integer> starts = new HashSet<>();
        printed.forEach(span -> starts.add(span.start()));
        List<TextSpan> notes = new ArrayList<>();
        for (List<Line> page : lines.pages()) {
            List<Line> own = page.stream().filter(l -> !starts.contains(l.start())).toList();
            notes.addAll(onPage(text, own));
        }
        return notes;
    }

    private static List<TextSpan> onPage(String text, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        int[] marks = marks(text, lines.getFirst().start(), lines.getLast().end());
        List<TextSpan> notes = new ArrayList<>();
        int end = lines.getLast().end();
        int expected = -1;
        for (int i = lines.size() - 1; i > 0 && lines.size() - i <= MOST_LINES; i--) {
            Line line = lines.get(i);
            Matcher note = NOTE.matcher(text).region(line.start(), line.end());
            if (note.lookingAt()) {
                int number = Integer.parseInt(note.group(1));
                boolean next = expected < 0 || number == expected;
                if (next && number > 0 && marks[number] >= 0 && marks[number] < line.start()) {
                    notes.add(new TextSpan(TextSpan.Kind.FOOTNOTE, line.start(), end));
                    end = lines.get(i - 1).end();
                    expected = number - 1;
                }
            }
        }
        return notes.reversed();
    }

    /**
     * Where each number first stands as a mark, glued to a letter or a sign that closes; -1 where
     * it does not. A loop, for each character of each document comes by here.
     */
    private static int[] marks(String text, int from, int to) {
        int[] marks = new int[1_000];
        Arrays.fill(marks, -1);
        for (int start = from; start < to; start++) {
            if (!isDigit(text.charAt(start))) {
                continue;
            }
            int end = start + 1;
            while (end < to && isDigit(text.charAt(end))) {
                end++;
            }
            if (start > from && end - start <= MOST_DIGITS && mayBearMark(text, start)) {
                int number = Integer.parseInt(text, start, end, 10);
                marks[number] = marks[number] < 0 ? start : marks[number];
            }
            start = end;
        }
        return marks;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean mayBearMark(String text, int mark) {
        return Character.isLetter(text.codePointBefore(mark))
                || BEFORE_MARK.indexOf(text.charAt(mark - 1)) >= 0;
    }
}
