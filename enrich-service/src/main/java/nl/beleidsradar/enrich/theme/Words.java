package nl.beleidsradar.enrich.theme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text in one spelling: lower case, accents and ligatures folded, words broken over
 * two lines joined, soft hyphens left out. Each word knows its place in the original text.
 */
final class Words {

    /** After a hyphen at a line's end these begin a new word: "overheids-\nen semipublieke". */
    private static final Set<String> ELLIPTIC = Set.of("en", "of", "noch", "dan", "tot", "als");

    /** Longest gap, in UTF-16 units, over which a broken word is joined. */
    private static final int MAX_BREAK = 12;

    private static final int BARRIER = 1;
    private static final int HYPHEN_BEFORE = 2;
    private static final int HYPHEN_AFTER = 4;

    private final String text;
    private final List<String> folded = new ArrayList<>();
    private int[] starts;
    private int[] ends;
    private byte[] flags;

    private Words(String text) {
        this.text = text;
        int guess = text.length() / 6 + 8;
        starts = new int[guess];
        ends = new int[guess];
        flags = new byte[guess];
    }

    static Words of(String text) {
        Words words = new Words(text);
        words.read();
        return words;
    }

    int size() {
        return folded.size();
    }

    /** The word in the folded spelling. */
    String folded(int word) {
        return folded.get(word);
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /** The word as written. */
    String written(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /**
     * Whether a full stop, comma or the like stands before this word, so that no phrase goes on.
     */
    boolean afterBarrier(int word) {
        return (flags[word] & BARRIER) != 0;
    }

    /** Whether this word is the last part of a hyphenated one: "werk-klimaat". */
    boolean endsHyphenated(int word) {
        return (flags[word] & (HYPHEN_BEFORE | HYPHEN_AFTER)) == HYPHEN_BEFORE;
    }

    private void read() {
        StringBuilder word = new StringBuilder();
        boolean barrier = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isWordPart(c)) {
                int start = i;
                word.setLength(0);
                i = readWord(i, word);
                if (!word.isEmpty()) {
                    add(word.toString(), start, i, barrier);
                    barrier = false;
                }
            } else {
                barrier |= isBarrier(c);
                i += Character.charCount(c);
            }
        }
    }

    /** Reads on to the end of the word that starts here, over line breaks inside it. */
    private int readWord(int from, StringBuilder word) {
        int i = from;
        while (true) {
            i = readRun(i, word);
            int next = continuation(i, word);
            if (next < 0) {
                return i;
            }
            i = next;
        }
    }

    private int readRun(int from, StringBuilder word) {
        int i = from;
        int end = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isWordPart(c)) {
                fold(c, word);
                i += Character.charCount(c);
                end = i;
            } else if (isIgnorable(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                i += Character.charCount(c);
            } else {
                break;
            }
        }
        // A soft hyphen at a line's end belongs to the word only if the word goes on.
        return i > end && i < text.length() && Character.isWhitespace(text.charAt(i)) ? i : end;
    }

    /** Where a word broken at a line's end goes on, or -1. */
    private int continuation(int at, StringBuilder word) {
        boolean soft = at > 0 && at < text.length() && text.charAt(at - 1) == '\u00AD';
        boolean hard = at < text.length() && isHyphen(text.charAt(at));
        if (!soft && !hard) {
            return -1;
        }
        int i = hard ? at + 1 : at;
        boolean lineBreak = false;
        while (i < text.length() && i - at < MAX_BREAK && isSpace(text.charAt(i))) {
            lineBreak |= text.charAt(i) == '\n';
            i++;
        }
        boolean goesOn =
                lineBreak && i < text.length() && Character.isLowerCase(text.codePointAt(i));
        return goesOn && (soft || mayBreak(at, word, i)) ? i : -1;
    }

    /** A hyphen after an abbreviation (CO2-heffing) or before "en" is the writer's own. */
    private boolean mayBreak(int hyphenAt, StringBuilder word, int next) {
        char last = text.charAt(hyphenAt - 1);
        if (word.length() < 2 || !Character.isLetter(last) || Character.isUpperCase(last)) {
            return false;
        }
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - next < 6) {
            end++;
        }
        return !ELLIPTIC.contains(text.substring(next, end));
    }

    private void add(String word, int start, int end, boolean barrier) {
        int n = folded.size();
        if (n == starts.length) {
            starts = Arrays.copyOf(starts, n * 2);
            ends = Arrays.copyOf(ends, n * 2);
            flags = Arrays.copyOf(flags, n * 2);
        }
        starts[n] = start;
        ends[n] = end;
        int flag = barrier ? BARRIER : 0;
        if (start > 1 && isHyphen(text.charAt(start - 1)) && isWordPart(text.charAt(start - 2))) {
            flag |= HYPHEN_BEFORE;
        }
        if (end < text.length() && isHyphen(text.charAt(end))) {
            flag |= HYPHEN_AFTER;
        }
        flags[n] = (byte) flag;
        folded.add(word);
    }

    private static void fold(int c, StringBuilder word) {
        if (c < 128) {
            word.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            return;
        }
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        plain.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(word::appendCodePoint);
    }

    private static boolean isWordPart(int c) {
        // Subscript digits are written in CO₂; raised ones are footnotes and end the word.
        return Character.isLetterOrDigit(c) || (c >= 0x2080 && c <= 0x2089);
    }

    private static boolean isIgnorable(int c) {
        return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }

    static boolean isBarrier(int c) {
        return ".,;:!?|\u2022\f".indexOf(c) >= 0;
    }
}
