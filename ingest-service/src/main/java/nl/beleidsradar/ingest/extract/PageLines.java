package nl.beleidsradar.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of each page that have something on them, without the blanks around.
 *
 * @param pages of each page its lines, from top to bottom
 */
record PageLines(List<List<Line>> pages) {

    /** One line: its place in the text. */
    record Line(int start, int end) {

        String in(String text) {
            return text.substring(start, end);
        }
    }

    /**
     * @param starts of the pages; empty for a text without pages, which counts as one
     */
    static PageLines of(String text, List<Integer> starts) {
        List<List<Line>> pages = new ArrayList<>();
        int count = Math.max(1, starts.size());
        for (int page = 0; page < count; page++) {
            int from = page == 0 ? 0 : Math.min(starts.get(page), text.length());
            int to = page + 1 < starts.size() ? starts.get(page + 1) : text.length();
            pages.add(lines(text, from, Math.min(Math.max(from, to), text.length())));
        }
        return new PageLines(pages);
    }

    private static List<Line> lines(String text, int from, int to) {
        List<Line> lines = new ArrayList<>();
        for (int at = from; at < to; ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 || newline > to ? to : newline;
            int first = at;
            int last = end;
            while (first < last && isBlank(text.charAt(first))) {
                first++;
            }
            while (last > first && isBlank(text.charAt(last - 1))) {
                last--;
            }
            if (first < last) {
                lines.add(new Line(first, last));
            }
            at = end + 1;
        }
        return lines;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }
}
