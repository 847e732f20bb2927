package nl.beleidsradar.enrich.theme;

import java.util.Arrays;
import java.util.Set;
import nl.beleidsradar.enrich.theme.Letters.Kind;

/**
 * The words of a stretch of text in one spelling: lower case, accents and ligatures folded, words
 * broken over two lines joined, soft hyphens left out. Each word knows its place in the original
 * text. One instance is filled again for each paragraph, so that a large text needs little memory.
 */
final class Words {

    /** After a hyphen at a line's end these begin a new word: "overheids-\nen semipublieke". */
    private static final Set<String> ELLIPTIC = Set.of("en", "of", "noch", "dan", "tot", "als");

    /** Longest gap, in UTF-16 units, over which a broken word is joined. */
    private static final int MAX_BREAK = 12;

    private static final char SUPERSCRIPT_TWO = '\u00B2';

    private static final int BARRIER = 1;
    private static final int HYPHEN_BEFORE = 2;
    private static final int HYPHEN_AFTER = 4;

    private final String text;
    private int limit;
    private int size;
    private int used;
    private char[] letters = {};
    private int[] offsets = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private byte[] flags = new byte[16];

    Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        Words words = new Words(text);
        words.read(0, text.length());
        return words;
    }

    /** Reads the words from one place of the text up to another, in place of those read before. */
    void read(int from, int to) {
        limit = to;
        if (letters.length < to - from) {
            // Most words fold to their own length, so that this is room enough for all.
            letters = new char[Math.max(to - from + 16, Math.min(512, text.length()))];
        }
        size = 0;
        used = 0;
        boolean barrier = false;
        int i = from;
        while (i < limit) {
            char plain = Letters.plainChar(text.charAt(i));
            int c = plain != 0 ? plain : at(i);
            Kind kind = plain != 0 ? Kind.WORD : Letters.kind(c);
            if (kind == Kind.WORD) {
                int start = i;
                int first = used;
                i = readWord(i, first);
                if (used > first) {
                    add(first, start, i, barrier);
                    barrier = false;
                }
            } else {
                barrier |= kind == Kind.BARRIER;
                i += Character.charCount(c);
            }
        }
    }

    int size() {
        return size;
    }

    /** The folded spelling, in which a word is {@code length} characters from {@code offset}. */
    char[] letters() {
        return letters;
    }

    int offset(int word) {
        return offsets[word];
    }

    int length(int word) {
        return (word + 1 < size ? offsets[word + 1] : used) - offsets[word];
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

    /** Reads on to the end of the word that starts here, over line breaks inside it. */
    private int readWord(int from, int first) {
        int i = from;
        int end = from;
        while (i < limit) {
            char plain = Letters.plainChar(text.charAt(i));
            if (plain != 0) {
                append(plain);
                end = ++i;
                continue;
            }
            int c = at(i);
            Kind kind = Letters.kind(c);
            if (kind == Kind.WORD || isRaisedTwoOfCarbonDioxide(c, first)) {
                fold(c);
                i += Character.charCount(c);
                end = i;
            } else if (kind == Kind.MARK) {
                i++;
                end = i;
            } else if (kind == Kind.INVISIBLE) {
                i++;
            } else {
                int next = continuation(i, end, used - first);
                if (next < 0) {
                    return end;
                }
                i = next;
            }
        }
        return end;
    }

    /** Where a word broken at a line's end goes on, or -1. */
    private int continuation(int at, int end, int length) {
        boolean soft = at > end && text.charAt(at - 1) == Letters.SOFT_HYPHEN;
        boolean hard = Letters.kind(text.charAt(at)) == Kind.HYPHEN;
        if (!soft && !hard) {
            return -1;
        }
        int i = hard ? at + 1 : at;
        boolean lineBreak = false;
        while (i < limit && i - at < MAX_BREAK && Letters.isSpace(text.charAt(i))) {
            lineBreak |= text.charAt(i) == '\n';
            i++;
        }
        boolean goesOn = lineBreak && i < limit && Character.isLowerCase(text.codePointAt(i));
        return goesOn && (soft || mayBreak(at, length, i)) ? i : -1;
    }

    /** A hyphen after an abbreviation (CO2-heffing) or before "en" is the writer's own. */
    private boolean mayBreak(int hyphenAt, int length, int next) {
        char last = text.charAt(hyphenAt - 1);
        if (length < 2 || !Character.isLetter(last) || Character.isUpperCase(last)) {
            return false;
        }
        int end = next;
        while (end < limit && Character.isLetter(text.charAt(end)) && end - next < 6) {
            end++;
        }
        return !ELLIPTIC.contains(text.substring(next, end));
    }

    /** CO² is what many write for CO₂; after any other word a raised digit is a footnote. */
    private boolean isRaisedTwoOfCarbonDioxide(int c, int first) {
        return c == SUPERSCRIPT_TWO
                && used - first == 2
                && letters[first] == 'c'
                && letters[first + 1] == 'o';
    }

    private void add(int first, int start, int end, boolean barrier) {
        if (size == starts.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        offsets[size] = first;
        starts[size] = start;
        ends[size] = end;
        int flag = barrier ? BARRIER : 0;
        if (start > 1 && isHyphen(start - 1) && Letters.kind(at(start - 2)) == Kind.WORD) {
            flag |= HYPHEN_BEFORE;
        }
        if (end < text.length() && isHyphen(end)) {
            flag |= HYPHEN_AFTER;
        }
        flags[size++] = (byte) flag;
    }

    private void fold(int c) {
        if (c == SUPERSCRIPT_TWO) {
            append('2');
            return;
        }
        String several = Letters.plainOf(c);
        for (int i = 0; i < several.length(); i++) {
            append(several.charAt(i));
        }
    }

    private void append(char c) {
        if (used == letters.length) {
            letters = Arrays.copyOf(letters, used * 2);
        }
        letters[used++] = c;
    }

    private int at(int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) ? text.codePointAt(i) : c;
    }

    private boolean isHyphen(int i) {
        return Letters.kind(text.charAt(i)) == Kind.HYPHEN;
    }
}
