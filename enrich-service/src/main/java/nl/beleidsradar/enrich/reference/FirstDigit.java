package nl.beleidsradar.enrich.reference;

/**
 * Tells from an expression how far into a match its first digit stands at most. Most literals of
 * citations are common words, and where no digit follows soon the expression need not be tried,
 * which is what makes the search fast. Knows the constructs the grammars use; of an expression with
 * another one it tells nothing.
 */
final class FirstDigit {

    /** No digit is certain, or none is near. */
    static final int NOWHERE = -1;

    /** Further away it is no cheaper to look for a digit than to try. */
    private static final int FAR = 160;

    private static final String ZERO_WIDTH = "bBAzZG";
    private static final String UNKNOWN_ESCAPES = "QEkxucN0123456789";

    private final String expression;
    private int at;
    private boolean unknown;

    /**
     * A part of the expression.
     *
     * @param longest UTF-16 units it matches at most
     * @param digit units before its first digit at most, or {@link #NOWHERE}
     */
    private record Piece(int longest, int digit) {

        static final Piece EMPTY = new Piece(0, NOWHERE);
        static final Piece DIGIT = new Piece(1, 0);

        /** Two units for one character beyond the basic plane. */
        static final Piece ANY = new Piece(2, NOWHERE);

        Piece then(Piece next) {
            boolean first = digit == NOWHERE && next.digit != NOWHERE;
            return new Piece(longest + next.longest, first ? longest + next.digit : digit);
        }

        Piece or(Piece other) {
            boolean certain = digit != NOWHERE && other.digit != NOWHERE;
            return new Piece(
                    Math.max(longest, other.longest),
                    certain ? Math.max(digit, other.digit) : NOWHERE);
        }

        Piece repeated(int least, int most) {
            return new Piece(Math.min(FAR, longest) * most, least == 0 ? NOWHERE : digit);
        }
    }

    private FirstDigit(String expression) {
        this.expression = expression;
    }

    /** How many UTF-16 units of a match stand before its first digit at most. */
    static int within(String expression) {
        FirstDigit reading = new FirstDigit(expression);
        Piece whole = reading.alternatives();
        boolean read = !reading.unknown && reading.at == expression.length();
        return read && whole.digit <= FAR ? whole.digit : NOWHERE;
    }

    private Piece alternatives() {
        Piece all = sequence();
        while (taken("|")) {
            all = all.or(sequence());
        }
        return all;
    }

    private Piece sequence() {
        Piece all = Piece.EMPTY;
        while (at < expression.length() && peek() != '|' && peek() != ')') {
            all = all.then(quantified(atom()));
        }
        return all;
    }

    private Piece atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> Piece.EMPTY;
            case '.' -> Piece.ANY;
            default -> Cursor.isDigit(c) ? Piece.DIGIT : new Piece(1, NOWHERE);
        };
    }

    private Piece group() {
        boolean around = taken("?=") || taken("?!") || taken("?<=") || taken("?<!");
        if (!around && taken("?<")) {
            skipTo('>');
        } else if (!around && taken("?") && !taken(">")) {
            skipTo(':');
        }
        Piece inner = alternatives();
        unknown |= !taken(")");
        return around ? Piece.EMPTY : inner;
    }

    private Piece characterClass() {
        int start = at;
        taken("^");
        taken("]");
        int open = 1;
        while (at < expression.length() && open > 0) {
            char c = expression.charAt(at++);
            at += c == '\\' ? 1 : 0;
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        unknown |= open > 0;
        String content = expression.substring(start, Math.max(start, at - 1));
        return content.equals("0-9") || content.equals("\\d") ? Piece.DIGIT : Piece.ANY;
    }

    private Piece escape() {
        char c = at < expression.length() ? expression.charAt(at++) : 'Q';
        unknown |= UNKNOWN_ESCAPES.indexOf(c) >= 0;
        if (c == 'd') {
            return Piece.DIGIT;
        }
        if ((c == 'p' || c == 'P') && at < expression.length() && expression.charAt(at++) == '{') {
            skipTo('}');
        }
        if (ZERO_WIDTH.indexOf(c) >= 0) {
            return Piece.EMPTY;
        }
        return Character.isLetter(c) ? Piece.ANY : new Piece(1, NOWHERE);
    }

    private Piece quantified(Piece piece) {
        Piece repeated;
        if (taken("?")) {
            repeated = piece.repeated(0, 1);
        } else if (taken("*")) {
            repeated = piece.repeated(0, FAR);
        } else if (taken("+")) {
            repeated = piece.repeated(1, FAR);
        } else if (taken("{")) {
            int least = number();
            int most = taken(",") ? (peek() == '}' ? FAR : number()) : least;
            unknown |= !taken("}");
            repeated = piece.repeated(least, Math.min(FAR, most));
        } else {
            return piece;
        }
        // Lazy or possessive: what can match is no longer for it.
        if (!taken("?")) {
            taken("+");
        }
        return repeated;
    }

    private int number() {
        int number = 0;
        while (Cursor.isDigit(peek())) {
            number = Math.min(FAR, number * 10 + peek() - '0');
            at++;
        }
        return number;
    }

    private void skipTo(char end) {
        int found = expression.indexOf(end, at);
        // An inline flag, (?i), has no colon: its bracket closes first.
        int bracket = expression.indexOf(')', at);
        unknown |= found < 0 || (bracket >= 0 && bracket < found);
        at = found < 0 ? expression.length() : found + 1;
    }

    private boolean taken(String token) {
        boolean there = expression.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private char peek() {
        return at < expression.length() ? expression.charAt(at) : ' ';
    }
}
