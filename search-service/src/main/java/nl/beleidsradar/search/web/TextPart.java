package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a text as one page in a browser shows well; the parts of a text, joined, are that
 * text.
 *
 * @param number from 1
 * @param start offset in the text, in UTF-16 units
 * @param end one past the last
 */
record TextPart(int number, int start, int end) {

    /** Most UTF-16 units of a part. */
    static final int LONGEST = 60_000;

    /** Cuts a text, where it can at the start of a page, else after a line or a blank. */
    static List<TextPart> of(String text, List<Integer> pages) {
        List<TextPart> parts = new ArrayList<>();
        int start = 0;
        int nextPage = 0;
        while (text.length() - start > LONGEST) {
            int end = -1;
            while (nextPage < pages.size() && pages.get(nextPage) <= start + LONGEST) {
                end = Math.max(end, pages.get(nextPage++));
            }
            if (end <= start) {
                end = lineEnd(text, start);
            }
            parts.add(new TextPart(parts.size() + 1, start, end));
            start = end;
        }
        parts.add(new TextPart(parts.size() + 1, start, text.length()));
        return parts;
    }

    private static int lineEnd(String text, int start) {
        int limit = start + LONGEST;
        for (String separator : List.of("\n", " ")) {
            int found = text.lastIndexOf(separator, limit - 1);
            if (found > start + LONGEST / 2) {
                return found + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    /** The part in which an offset lies; the last one for an offset at or after the end. */
    static TextPart at(List<TextPart> parts, int offset) {
        for (TextPart part : parts) {
            if (offset < part.end()) {
                return part;
            }
        }
        return parts.getLast();
    }

    /** Whether a page that starts at an offset is announced in this part. */
    boolean shows(int offset, int length) {
        return offset >= start && (offset < end || (offset == end && end == length));
    }
}
