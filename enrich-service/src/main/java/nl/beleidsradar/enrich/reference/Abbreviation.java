package nl.beleidsradar.enrich.reference;

/**
 * Passes over the abbreviation in brackets after a name: "Wet op het financieel toezicht (Wft)".
 */
final class Abbreviation {

    private static final int LONGEST = 16;

    private Abbreviation() {}

    /** One past the closing bracket; the place itself where no abbreviation follows. */
    static int end(CharSequence text, int from) {
        Cursor cursor = new Cursor(text, from);
        cursor.space();
        if (cursor.peek() != '(' || !Character.isUpperCase(cursor.peek(1))) {
            return from;
        }
        int length = 1;
        while (length < LONGEST && inAbbreviation(cursor.peek(length))) {
            length++;
        }
        return length > 1 && cursor.peek(length) == ')' ? cursor.position() + length + 1 : from;
    }

    private static boolean inAbbreviation(char c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '-' || c == ' ';
    }
}
