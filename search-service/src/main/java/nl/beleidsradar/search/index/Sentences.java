package nl.beleidsradar.search.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The sentences of a text as extracted, found in one pass: each offset belongs to exactly one of
 * them. A heading, an item of a list and a line of an address count as sentences; one of more than
 * {@link #LONGEST} characters is cut between words.
 */
public final class Sentences {

    /** Most UTF-16 units of a sentence. */
    public static final int LONGEST = 1_000;

    /** A line shorter than this may be a heading or a line of an address. */
    private static final int SHORT_LINE = 40;

    /** A line shorter than this part of the longest beside it ends where its paragraph does. */
    private static final double SHORT_PART = 0.6;

    private static final int LONGEST_ABBREVIATION = 10;
    private static final String STOPS = ".!?\u2026";
    private static final String CLOSING = "\"')]\u2019\u201d\u00bb";
    private static final String OPENING = "\"'([\u2018\u201c\u201e\u00ab";
    private static final String BULLETS =
            "\u2022\u25cf\u25aa\u25a0\u2023\u25e6\u00b7\uf0b7*\u2013\u2014-";

    /** What a capital may follow within a sentence, without its last full stop. */
    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "nr", "nrs", "art", "artt", "dhr", "mw", "mevr", "resp", "bijv", "bv", "dr",
                    "drs", "mr", "ir", "ing", "prof", "st", "blz", "p", "pag", "vgl", "ca", "incl",
                    "excl", "max", "zgn", "stb", "stcrt", "trb", "kst", "hfst", "par", "o.a",
                    "m.b.t", "i.v.m", "d.d", "dd", "t.a.v", "t.b.v", "t.w", "d.w.z", "m.a.w", "m.n",
                    "n.a.v", "o.l.v", "a.d.h.v", "i.c", "i.p.v", "m.i.v", "z.g", "tel", "afd",
                    "alg", "secr", "staatss", "vz", "plv", "gem", "aanh", "handel", "rb", "hr",
                    "vs", "cf", "jhr");

    private final String text;
    private final int[] starts;

    private Sentences(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static Sentences of(String text) {
        return new Sentences(text, new Finder(text).starts());
    }

    public int count() {
        return starts.length;
    }

    /** The place, from 0, of the sentence that an offset belongs to. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return Math.max(found >= 0 ? found : -found - 2, 0);
    }

    /** Offset of its first unit. */
    public int start(int place) {
        return starts[place];
    }

    /** One past its last unit, with the white space behind it. */
    public int end(int place) {
        return place + 1 < starts.length ? starts[place + 1] : text.length();
    }

    /** A sentence as written, without white space around it. */
    public String get(int place) {
        return text.substring(starts[place], end(place)).strip();
    }

    /** The sentence, or sentences, that a stretch lies in. */
    public String around(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        if (starts.length == 0) {
            return "";
        }
        return text.substring(starts[at(from)], end(at(Math.max(from, to - 1)))).strip();
    }

    /** Goes through a text once, from bound to bound. */
    private static final class Finder {

        private final String text;
        private int[] found = new int[16];
        private int count;
        private int longestLine;
        private int lineStart;

        Finder(String text) {
            this.text = text;
        }

        int[] starts() {
            int first = skipBlank(0);
            if (first == text.length()) {
                return text.isEmpty() ? new int[0] : new int[] {0};
            }
            // What precedes the first sentence belongs to it.
            add(0);
            paragraph(first);
            int i = first;
            while (i < text.length()) {
                int end = i;
                while (end < text.length() && !isBlank(text.charAt(end))) {
                    end++;
                }
                int next = skipBlank(end);
                if (next - found[count - 1] > LONGEST) {
                    cut(i, end);
                }
                if (next < text.length()) {
                    bound(end, next);
                }
                i = next;
            }
            return Arrays.copyOf(found, count);
        }

        /** Between the word that ends at {@code end} and the one at {@code next}. */
        private void bound(int end, int next) {
            int breaks = breaks(end, next);
            if (breaks > 1) {
                add(next);
                paragraph(next);
            } else if (breaks == 1) {
                if (endsLine(end, next) || endsSentence(end, next)) {
                    add(next);
                }
                lineStart = next;
            } else if (endsSentence(end, next)) {
                add(next);
            }
        }

        /** Before the word that would make the sentence too long; a word too long by itself too. */
        private void cut(int word, int end) {
            if (word > found[count - 1] && end - found[count - 1] > LONGEST) {
                add(word);
            }
            while (end - found[count - 1] > LONGEST) {
                int at = found[count - 1] + LONGEST;
                add(Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at);
            }
        }

        private boolean endsSentence(int end, int next) {
            int last = end - 1;
            while (last >= lineStart && CLOSING.indexOf(text.charAt(last)) >= 0) {
                last--;
            }
            if (last < 0 || STOPS.indexOf(text.charAt(last)) < 0 || !opens(next)) {
                return false;
            }
            return text.charAt(last) != '.' || !isAbbreviated(last);
        }

        /** Whether a sentence may begin there: with a capital, after quotes if any. */
        private boolean opens(int next) {
            int i = next;
            while (i < text.length() && OPENING.indexOf(text.charAt(i)) >= 0) {
                i++;
            }
            return i < text.length() && (Character.isUpperCase(text.charAt(i)) || isItem(next));
        }

        /** {@code nr.}, {@code m.b.t.}, the initial of a name, the number of an item. */
        private boolean isAbbreviated(int stop) {
            int start = stop;
            while (start > 0
                    && isOfWord(text.charAt(start - 1))
                    && stop - start <= LONGEST_ABBREVIATION) {
                start--;
            }
            if (stop - start > LONGEST_ABBREVIATION || start == stop) {
                return false;
            }
            String word = text.substring(start, stop);
            if (word.length() == 1 && Character.isUpperCase(word.charAt(0))
                    || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                    || isInitials(word)) {
                return true;
            }
            return start == skipBlank(found[count - 1]) && isMarker(word);
        }

        private static boolean isInitials(String word) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (i % 2 == 0 ? !Character.isUpperCase(c) : c != '.') {
                    return false;
                }
            }
            return word.length() > 1;
        }

        /** {@code 3}, {@code 3.1} and {@code a} before a sentence number it. */
        private static boolean isMarker(String word) {
            return word.length() == 1
                    || word.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        }

        private static boolean isOfWord(char c) {
            return Character.isLetterOrDigit(c) || c == '.';
        }

        /** Whether a line break parts two sentences: a heading, an item, a line of an address. */
        private boolean endsLine(int end, int next) {
            if (isItem(next)) {
                return true;
            }
            char last = text.charAt(end - 1);
            int length = end - lineStart;
            boolean isShort = length < SHORT_LINE || length < SHORT_PART * longestLine;
            return isShort
                    && ",;-&/".indexOf(last) < 0
                    && (Character.isUpperCase(text.charAt(next))
                            || Character.isDigit(text.charAt(next)));
        }

        private boolean isItem(int at) {
            int blank = at + 1;
            if (!isBullet(text.charAt(at))) {
                while (blank < text.length() && blank - at < 5 && isOfWord(text.charAt(blank))) {
                    blank++;
                }
                char end = text.charAt(blank - 1);
                boolean closed = blank < text.length() && text.charAt(blank) == ')';
                if (end != '.' && !closed
                        || !isMarker(text.substring(at, end == '.' ? blank - 1 : blank))) {
                    return false;
                }
                blank += closed ? 1 : 0;
            }
            return blank < text.length() && isBlank(text.charAt(blank));
        }

        private static boolean isBullet(char c) {
            return BULLETS.indexOf(c) >= 0;
        }

        /** Looks ahead to the end of the paragraph for its longest line. */
        private void paragraph(int start) {
            longestLine = 0;
            lineStart = start;
            int line = start;
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    longestLine = Math.max(longestLine, i - line);
                    line = i + 1;
                    int next = skipBlank(i);
                    if (breaks(i, next) > 1) {
                        return;
                    }
                    i = Math.max(i, next - 1);
                }
            }
            longestLine = Math.max(longestLine, text.length() - line);
        }

        private int breaks(int from, int to) {
            int breaks = 0;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                breaks += c == '\f' ? 2 : c == '\n' ? 1 : 0;
            }
            return breaks;
        }

        private int skipBlank(int from) {
            int i = from;
            while (i < text.length() && isBlank(text.charAt(i))) {
                i++;
            }
            return i;
        }

        private static boolean isBlank(char c) {
            return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private void add(int start) {
            if (count > 0 && start <= found[count - 1]) {
                return;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = start;
        }
    }
}
