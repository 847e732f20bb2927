package nl.beleidsradar.ingest.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lines of each page that have something on them, without the blanks around. Printing puts
 * nothing into the middle of a page, so of a long one the top and the foot are enough.
 *
 * @param pages of each page its lines, from top to bottom, those in the middle left out
 * @param complete false where there were too many, and the last pages have none
 */
record PageLines(List<List<Line>> pages, boolean complete) {

    /** More than is asked for from the top of a page. */
    static final int TOP = 40;

    /** More than is asked for from its foot, lines that are no part of a note included. */
    static final int FOOT = 128;

    /** Of a whole text; a document of ten thousand full pages has half as many. */
    private static final int MOST = 1_000_000;

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
        int left = MOST;
        for (int page = 0; page < count; page++) {
            int from = page == 0 ? 0 : Math.min(starts.get(page), text.length());
            int to = page + 1 < starts.size() ? starts.get(page + 1) : text.length();
            List<Line> lines =
                    left > 0
                            ? lines(text, from, Math.min(Math.max(from, to), text.length()))
                            : List.of();
            left -= lines.size();
            pages.add(lines);
        }
        return new PageLines(pages, left > 0);
    }

    private static List<Line> lines(String text, int from, int to) {
        List<Line> top = new ArrayList<>();
        Deque<Line> foot = new ArrayDeque<>();
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
                (top.size() < TOP ? top : foot).add(new Line(first, last));
                if (foot.size() > FOOT) {
                    foot.removeFirst();
                }
            }
            at = end + 1;
        }
        top.addAll(foot);
        return top;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }
}
