package nl.beleidsradar.search.index;

/** Finds the sentence around a place in a text, at most 400 characters to either side. */
final class Sentence {

    private static final int REACH = 400;

    private Sentence() {}

    static String around(String text, int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        int first = from;
        while (first > 0 && from - first < REACH && !startsAt(text, first)) {
            first--;
        }
        int last = to;
        while (last < text.length() && last - to < REACH && !startsAt(text, last)) {
            last++;
        }
        if (first > 0 && Character.isLowSurrogate(text.charAt(first))) {
            first++;
        }
        if (last < text.length() && Character.isLowSurrogate(text.charAt(last))) {
            last--;
        }
        return text.substring(first, last).strip();
    }

    /**
     * A sentence starts after a blank line, or with a capital after a full stop and a blank; not
     * after {@code nr.} or {@code artikel 3.}, which numbers and small letters follow.
     */
    private static boolean startsAt(String text, int offset) {
        if (offset < 2 || Character.isWhitespace(text.charAt(offset))) {
            return false;
        }
        int i = offset - 1;
        int lineBreaks = 0;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            lineBreaks += text.charAt(i) == '\n' ? 1 : 0;
            i--;
        }
        if (lineBreaks > 1) {
            return true;
        }
        boolean stop = i >= 0 && i < offset - 1 && ".!?".indexOf(text.charAt(i)) >= 0;
        return stop && Character.isUpperCase(text.charAt(offset));
    }
}
