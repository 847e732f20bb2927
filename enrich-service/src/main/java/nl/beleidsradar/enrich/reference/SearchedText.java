package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A normalised text during the search: spans that were taken read as blanks that match nothing, and
 * literals tell in which windows a pattern can match at all. Used by one thread.
 */
final class SearchedText implements CharSequence {

    /** How far a citation may begin before one of its literals, context included. */
    static final int BEFORE = 160;

    /** How far a citation may end after the start of one of its literals. */
    static final int AFTER = 320;

    private static final char TAKEN = '\uFFFC';

    private final char[] chars;
    private final String lower;
    private final Place place;

    SearchedText(String normalised, Place place) {
        this.chars = normalised.toCharArray();
        this.lower = lowerCase(normalised).replace('\n', ' ');
        this.place = place;
    }

    Place place() {
        return place;
    }

    void take(int start, int end) {
        Arrays.fill(chars, start, end, TAKEN);
    }

    /** The windows around every literal, merged where they overlap. */
    List<Span> around(List<String> literals) {
        List<Integer> hits = new ArrayList<>();
        for (String literal : literals) {
            for (int at = lower.indexOf(literal); at >= 0; at = lower.indexOf(literal, at + 1)) {
                hits.add(at);
            }
        }
        hits.sort(Comparator.naturalOrder());
        return windows(hits);
    }

    /** The windows around every number written as a dossier number: 36410, 36 410 or 36.410. */
    List<Span> aroundDossierNumbers() {
        List<Integer> hits = new ArrayList<>();
        int i = 0;
        while (i < chars.length) {
            if (!isDigit(i)) {
                i++;
                continue;
            }
            int end = i;
            while (isDigit(end)) {
                end++;
            }
            boolean split = end - i == 2 && isDigit(end + 1) && " .-".indexOf(charAt(end)) >= 0;
            if (end - i == 5 || split) {
                hits.add(i);
            }
            i = end;
        }
        return windows(hits);
    }

    CharSequence window(Span span) {
        return new Window(chars, span.start(), span.end());
    }

    @Override
    public int length() {
        return chars.length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars);
    }

    private boolean isDigit(int index) {
        return index < chars.length && chars[index] >= '0' && chars[index] <= '9';
    }

    private List<Span> windows(List<Integer> hits) {
        List<Span> windows = new ArrayList<>();
        for (int hit : hits) {
            int start = Math.max(0, hit - BEFORE);
            int end = Math.min(chars.length, hit + AFTER);
            if (!windows.isEmpty() && windows.getLast().end() >= start) {
                windows.set(windows.size() - 1, new Span(windows.getLast().start(), end));
            } else {
                windows.add(new Span(start, end));
            }
        }
        return windows;
    }

    /** Lower case of the same length, so that offsets agree. */
    private static String lowerCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        StringBuilder each = new StringBuilder(text.length());
        text.chars().forEach(c -> each.append((char) Character.toLowerCase(c)));
        return each.toString();
    }

    /** A part of the text that shows later changes. */
    private static final class Window implements CharSequence {

        private final char[] source;
        private final int from;
        private final int to;

        Window(char[] source, int from, int to) {
            this.source = source;
            this.from = from;
            this.to = to;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            return source[from + index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(source, from + start, end - start);
        }

        @Override
        public String toString() {
            return new String(source, from, to - from);
        }
    }
}
