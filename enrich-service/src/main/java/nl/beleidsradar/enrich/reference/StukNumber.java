package nl.beleidsradar.enrich.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number of one paper, and the word that announces it: {@code nrs. 43}, {@code letter M}.
 */
final class StukNumber {

    private static final List<String> SINGULAR =
            List.of("ondernummer", "nummer", "nr", "no", "letter");
    private static final List<String> PLURAL = List.of("nummers", "nrs", "nos", "letters");

    private StukNumber() {}

    /** Takes the word before a number: whether it is a plural; null without a word. */
    static @Nullable Boolean word(Cursor cursor) {
        String plural = cursor.word(PLURAL);
        if (plural == null && cursor.word(SINGULAR) == null) {
            return null;
        }
        cursor.mark(".");
        cursor.mark(":");
        cursor.space();
        if (cursor.word(List.of("letter", "nr")) != null) {
            cursor.mark(".");
        }
        cursor.space();
        return plural != null;
    }

    /**
     * The number, or with {@code letters} the letter of a paper of the Eerste Kamer; null without.
     */
    static @Nullable String read(Cursor cursor, boolean letters) {
        String digits = cursor.digits(4);
        if (digits != null) {
            boolean suffix =
                    cursor.peek() >= 'a'
                            && cursor.peek() <= 'z'
                            && !Cursor.isLetter(cursor.peek(1));
            if (suffix && !Cursor.isDigit(cursor.peek(1))) {
                cursor.moveTo(cursor.position() + 1);
                return trimmed(digits) + cursor.peek(-1);
            }
            return Cursor.isLetter(cursor.peek()) ? null : trimmed(digits);
        }
        String capitals = letters ? cursor.capitals(2) : null;
        boolean chamber = "II".equals(capitals) || "TK".equals(capitals) || "EK".equals(capitals);
        return chamber || "EU".equals(capitals) ? null : capitals;
    }

    /** Without the zeros that open it. */
    static String trimmed(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
