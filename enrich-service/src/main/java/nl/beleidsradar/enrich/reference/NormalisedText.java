package nl.beleidsradar.enrich.reference;

import java.util.Arrays;
import java.util.List;

/**
 * A text as the grammars read it, with the way back to the original: every run of white space is
 * one space, or one line feed where it held a line end; dashes are hyphens; soft hyphens, marks of
 * emphasis, control characters and the hyphens of broken words are gone, and so are running heads.
 */
final class NormalisedText {

    private final char[] chars;
    private final int length;

    /** Where the distance to the original changes, and to what; in order. */
    private final int[] shiftsFrom;

    private final int[] shifts;

    private NormalisedText(char[] chars, int length, int[] shiftsFrom, int[] shifts) {
        this.chars = chars;
        this.length = length;
        this.shiftsFrom = shiftsFrom;
        this.shifts = shifts;
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
        return head(length);
    }

    /** The text up to a length. */
    String head(int longest) {
        return new String(chars, 0, Math.min(longest, length));
    }

    boolean isEmpty() {
        return length == 0;
    }

    /**
     * The text to be searched, once and after all else was read: it is not copied, so that a text
     * of many megabytes is held only once beside the original.
     */
    SearchedText searched(Place place) {
        return new SearchedText(chars, length, place);
    }

    /** The original offset of a normalised position. */
    int start(int position) {
        int found = Arrays.binarySearch(shiftsFrom, position);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? position : position + shifts[index];
    }

    /** The original offset one past the character before a normalised position. */
    int end(int position) {
        return start(position - 1) + 1;
    }

    private static final class Writer {

        private final String original;
        private final char[] out;
        private int length;
        private int[] shiftsFrom = new int[16];
        private int[] shifts = new int[16];
        private int shiftCount;
        private int shift;
        private int schemeAt = -1;
        private int spaceAt = -1;

        Writer(String original) {
            this.original = original;
            this.out = new char[original.length()];
        }

        void write(int from, int to) {
            int i = from;
            while (i < to) {
                int end = plainEnd(i, to);
                if (end > i) {
                    put(i, end);
                    i = end;
                } else {
                    i = special(i, to);
                }
            }
        }

        /** How far the text stays as it is, which single spaces between words do as well. */
        private int plainEnd(int from, int to) {
            int space = -1;
            int i = from;
            while (i < to) {
                char c = original.charAt(i);
                if (CharKind.of(c) != CharKind.PLAIN) {
                    boolean single =
                            c == ' '
                                    && i > from
                                    && i + 1 < to
                                    && CharKind.of(original.charAt(i + 1)) == CharKind.PLAIN;
                    if (!single) {
                        break;
                    }
                    space = i++;
                }
                i++;
            }
            if (space >= 0) {
                spaceAt = length + space - from;
            }
            return i;
        }

        /** Writes what becomes of a character that is no plain one; the place behind it. */
        private int special(int i, int to) {
            char c = original.charAt(i);
            switch (CharKind.of(c)) {
                case CharKind.SPACE, CharKind.LINE_END -> {
                    int end = spaceEnd(i, to);
                    space(i, end, end < to ? original.charAt(end) : ' ');
                    return end;
                }
                case CharKind.DASH -> put('-', i);
                case CharKind.SLASH -> {
                    put(c, i);
                    if (length > 2 && out[length - 2] == '/' && out[length - 3] == ':') {
                        schemeAt = length;
                    }
                }
                default -> {
                    // Soft hyphens and the like are dropped.
                }
            }
            return i + 1;
        }

        private void put(int from, int to) {
            if (from - length != shift) {
                shifted(from - length);
            }
            original.getChars(from, to, out, length);
            length += to - from;
        }

        NormalisedText finished() {
            return new NormalisedText(
                    out,
                    length,
                    Arrays.copyOf(shiftsFrom, shiftCount),
                    Arrays.copyOf(shifts, shiftCount));
        }

        private void space(int from, int to, char next) {
            boolean lineEnd = false;
            for (int i = from; i < to && !lineEnd; i++) {
                lineEnd = CharKind.of(original.charAt(i)) == CharKind.LINE_END;
            }
            if (lineEnd && Character.isLowerCase(next) && brokenWord(from)) {
                if (out[length - 1] == '-') {
                    length--;
                }
                return;
            }
            if (length == 0 || spaceAt == length - 1) {
                if (lineEnd && length > 0) {
                    out[length - 1] = '\n';
                }
                if (length > 0) {
                    return;
                }
            }
            spaceAt = length;
            put(lineEnd ? '\n' : ' ', from);
        }

        /**
         * Whether the line before this space ends in a lower-case letter and a (soft) hyphen; the
         * hyphens of a web address are its own.
         */
        private boolean brokenWord(int spaceStart) {
            char before = spaceStart > 0 ? original.charAt(spaceStart - 1) : ' ';
            boolean soft = before == CharKind.SOFT_HYPHEN;
            int letter = length - (soft ? 1 : 2);
            boolean hyphen = soft || before == '-' || before == '\u2010';
            return hyphen
                    && letter >= 0
                    && Character.isLowerCase(out[letter])
                    && schemeAt <= spaceAt;
        }

        private void put(char c, int offset) {
            if (offset - length != shift) {
                shifted(offset - length);
            }
            out[length++] = c;
        }

        private void shifted(int newShift) {
            shift = newShift;
            while (shiftCount > 0 && shiftsFrom[shiftCount - 1] >= length) {
                shiftCount--;
            }
            if (shiftCount == shifts.length) {
                shiftsFrom = Arrays.copyOf(shiftsFrom, shiftCount * 2);
                shifts = Arrays.copyOf(shifts, shiftCount * 2);
            }
            shiftsFrom[shiftCount] = length;
            shifts[shiftCount++] = newShift;
        }

        private int spaceEnd(int from, int to) {
            int end = from + 1;
            while (end < to && CharKind.isSpace(original.charAt(end))) {
                end++;
            }
            return end;
        }
    }
}
