package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Locale;

/** The names of the months, which make a date of the number before them. */
final class DutchMonths {

    private static final List<String> NAMES =
            List.of(
                    "januari",
                    "februari",
                    "maart",
                    "april",
                    "mei",
                    "juni",
                    "juli",
                    "augustus",
                    "september",
                    "oktober",
                    "november",
                    "december");

    private DutchMonths() {}

    /** The month of a name, from 1; 0 for what is no name. */
    static int number(String name) {
        return NAMES.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }

    /** Whether a month stands next; the cursor stays. */
    static boolean follows(Cursor cursor) {
        int start = cursor.position();
        cursor.space();
        boolean month = cursor.word(NAMES) != null;
        cursor.moveTo(start);
        return month;
    }
}
