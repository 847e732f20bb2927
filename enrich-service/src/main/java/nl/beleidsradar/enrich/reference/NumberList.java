package nl.beleidsradar.enrich.reference;

import java.util.List;

/** Tells whether numbers in a row are a list, where no plural before them says so. */
final class NumberList {

    private static final int LONGEST_UNANNOUNCED = 8;

    private final Cursor cursor;
    private final DossierNumbers dossiers;

    NumberList(Cursor cursor, DossierNumbers dossiers) {
        this.cursor = cursor;
        this.dossiers = dossiers;
    }

    /**
     * After a singular, {@code nr. 80, 81 en 93}: the list has to end as a list, and has no years.
     */
    boolean holds(String number) {
        int start = cursor.position();
        String last = number;
        boolean ends = endsHere();
        for (int items = 0; !isYear(last) && !ends && items < LONGEST_UNANNOUNCED; items++) {
            String next =
                    separator() && !dossiers.startsDossier(cursor)
                            ? StukNumber.read(cursor, false)
                            : null;
            if (next == null) {
                break;
            }
            last = next;
            ends = endsHere();
        }
        cursor.moveTo(start);
        return ends && !isYear(number) && !isYear(last);
    }

    /** Passes what stands between two numbers: a mark, a word, or both. */
    boolean separator() {
        boolean mark = cursor.mark(",;/&");
        if (!mark && !Cursor.isSpace(cursor.peek())) {
            return false;
        }
        cursor.space();
        boolean word =
                cursor.word(List.of("en", "of", "alsmede", "resp", "respectievelijk")) != null;
        cursor.mark(word ? "." : "");
        cursor.space();
        return mark || word;
    }

    private boolean endsHere() {
        return cursor.atEnd()
                || ")],.;:".indexOf(cursor.peek()) >= 0
                || cursor.peek() == '\n'
                || (cursor.peek() == ' ' && cursor.peek(1) == '(');
    }

    static boolean isNumber(String number) {
        return number.length() <= 4
                && Cursor.isDigit(number.charAt(0))
                && Cursor.isDigit(number.charAt(number.length() - 1));
    }

    static boolean isYear(String number) {
        return number.length() == 4
                && isNumber(number)
                && (number.startsWith("19") || number.startsWith("20"));
    }
}
