package nl.beleidsradar.enrich.reference;

import java.util.Arrays;
import java.util.List;

/**
 * A text as the grammars read it, with the way back to the original: every run of white space is
 * one space, or one line feed where it held a line end; dashes are hyphens; soft hyphens, marks of
 * emphasis and the hyphens of broken words are gone, and so are running heads.
 */
final class NormalisedText {

    private static final char SOFT_HYPHEN = '\u00AD';

    private final String text;
    private final int[] offsets;

    private NormalisedText(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    static NormalisedText of(String original) {
        return of(original, List.of());
    }

    /**
     * Normalises a text.
     *
     * @param skipped ascending spans of the original that are left out
     */
    static NormalisedText of(String original, List<Span> skipped) {
        Writer writer = new Writer(original);
        int from = 0;
        for (Span span : skipped) {
            writer.write(from, span.start());
            from = span.end();
        }
        writer.write(from, original.length());
        return writer.finished();
    }

    String text() {
        return text;
    }

    /** The original offset of a normalised position. */
    int start(int position) {
        return offsets[position];
    }

    /** The original offset one past the character before a normalised position. */
    int end(int position) {
        return offsets[position - 1] + 1;
    }

    private static final class Writer {

        private final String original;
        private final StringBuilder out;
        private int[] offsets;

        Writer(String original) {
            this.original = original;
            this.out = new StringBuilder(original.length());
            this.offsets = new int[original.length() + 1];
        }

        void write(int from, int to) {
            int i = from;
            while (i < to) {
                char c = original.charAt(i);
                if (isSpace(c)) {
                    int end = spaceEnd(i, to);
                    space(i, end, end < to ? original.charAt(end) : ' ');
                    i = end;
                } else {
                    if (c != SOFT_HYPHEN && c != '*' && c != '\u200B' && c != '\uFEFF') {
                        put(isDash(c) ? '-' : c, i);
                    }
                    i++;
                }
            }
        }

        NormalisedText finished() {
            return new NormalisedText(out.toString(), Arrays.copyOf(offsets, out.length()));
        }

        private void space(int from, int to, char next) {
            boolean lineEnd = false;
            for (int i = from; i < to; i++) {
                char c = original.charAt(i);
                lineEnd |= c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029';
            }
            if (lineEnd && Character.isLowerCase(next) && brokenWord(from)) {
                if (last() == '-') {
                    out.setLength(out.length() - 1);
                }
                return;
            }
            if (last() == ' ' || last() == '\n') {
                if (lineEnd && !out.isEmpty()) {
                    out.setCharAt(out.length() - 1, '\n');
                }
                return;
            }
            put(lineEnd ? '\n' : ' ', from);
        }

        /** Whether the line before this space ends in a lower-case letter and a (soft) hyphen. */
        private boolean brokenWord(int spaceStart) {
            char before = spaceStart > 0 ? original.charAt(spaceStart - 1) : ' ';
            boolean soft = before == SOFT_HYPHEN;
            int letter = out.length() - (soft ? 1 : 2);
            return (soft || before == '-')
                    && letter >= 0
                    && Character.isLowerCase(out.charAt(letter));
        }

        private char last() {
            return out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
        }

        private void put(char c, int offset) {
            offsets[out.length()] = offset;
            out.append(c);
        }

        private int spaceEnd(int from, int to) {
            int end = from;
            while (end < to && isSpace(original.charAt(end))) {
                end++;
            }
            return end;
        }

        private static boolean isSpace(char c) {
            return c <= ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c);
        }

        private static boolean isDash(char c) {
            return (c >= '\u2010' && c <= '\u2013') || c == '\u2212';
        }
    }
}
