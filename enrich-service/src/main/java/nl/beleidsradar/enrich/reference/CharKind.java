package nl.beleidsradar.enrich.reference;

/** What normalising makes of each character, looked up in a table. */
final class CharKind {

    static final int PLAIN = 0;
    static final int SPACE = 1;
    static final int LINE_END = 2;
    static final int DASH = 3;
    static final int SLASH = 4;
    static final int DROPPED = 5;

    static final char SOFT_HYPHEN = '\u00AD';

    private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            KINDS[c] = (byte) kind((char) c);
        }
    }

    private CharKind() {}

    static int of(char c) {
        return KINDS[c];
    }

    static boolean isSpace(char c) {
        return KINDS[c] == SPACE || KINDS[c] == LINE_END;
    }

    private static int kind(char c) {
        if ("\n\r\f\u000B\u0085\u2028\u2029".indexOf(c) >= 0) {
            return LINE_END;
        }
        if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            return SPACE;
        }
        if (c == '*' || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            return DROPPED;
        }
        if (c == '/') {
            return SLASH;
        }
        return (c >= '\u2010' && c <= '\u2013') || c == '\u2212' ? DASH : PLAIN;
    }
}
