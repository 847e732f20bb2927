package nl.beleidsradar.enrich.theme;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What each character is in a text, and its plain spelling: lower case, without accents, ligatures
 * in full. The characters of European scripts are looked up in a table.
 */
final class Letters {

    enum Kind {
        OTHER,
        WORD,
        /** Seen by no reader: soft hyphens, zero-width spaces. */
        INVISIBLE,
        /** An accent that follows its letter. */
        MARK,
        HYPHEN,
        /** Ends a phrase: a full stop, a comma, a bullet. */
        BARRIER
    }

    static final char SOFT_HYPHEN = '\u00AD';

    private static final int TABLE = 0x600;

    /** The plain character of a letter or digit that has one; else the kind, or SEVERAL. */
    private static final char[] CODES = new char[TABLE];

    private static final Kind[] KINDS = Kind.values();

    /** Of a letter whose plain spelling is not one character. */
    private static final char SEVERAL = (char) KINDS.length;

    static {
        for (int c = 0; c < TABLE; c++) {
            Kind kind = kindOf(c);
            String plain = kind == Kind.WORD ? plainOf(c) : "";
            CODES[c] =
                    kind != Kind.WORD
                            ? (char) kind.ordinal()
                            : plain.length() == 1 ? plain.charAt(0) : SEVERAL;
        }
    }

    private Letters() {}

    static Kind kind(int c) {
        if (c >= TABLE) {
            return kindOf(c);
        }
        char code = CODES[c];
        return code >= SEVERAL ? Kind.WORD : KINDS[code];
    }

    /** The plain spelling where it is one character, else 0. */
    static char plainChar(int c) {
        return c < TABLE && CODES[c] > SEVERAL ? CODES[c] : 0;
    }

    /** The plain spelling of a letter or digit; may be empty. */
    static String plainOf(int c) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007';
    }

    private static Kind kindOf(int c) {
        // Subscript digits are written in CO₂; raised ones are footnotes and end the word.
        if (Character.isLetterOrDigit(c) || (c >= 0x2080 && c <= 0x2089)) {
            return Kind.WORD;
        }
        if (c == SOFT_HYPHEN || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) {
            return Kind.INVISIBLE;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return Kind.MARK;
        }
        if (c == '-' || c == 0x2010 || c == 0x2011) {
            return Kind.HYPHEN;
        }
        return ".,;:!?|\u2022\f".indexOf(c) >= 0 ? Kind.BARRIER : Kind.OTHER;
    }
}
