package nl.beleidsradar.enrich.reference;

import java.util.List;

/** Passes over the pages of a citation, {@code , p. 12 en 13}, which are no numbers of papers. */
final class PageNumbers {

    private static final List<String> WORDS =
            List.of("pagina's", "pagina", "blz", "pag", "pp", "p", "bladzijde");
    private static final int MOST = 20;

    private PageNumbers() {}

    /** Whether there were pages; without them the cursor stays. */
    static boolean passed(Cursor cursor) {
        int start = cursor.position();
        cursor.mark(",");
        cursor.space();
        boolean word = cursor.word(WORDS) != null;
        if (word) {
            cursor.mark(".");
            cursor.space();
        }
        if (!word || cursor.digits(5) == null) {
            cursor.moveTo(start);
            return false;
        }
        int last = cursor.position();
        for (int more = 0; more < MOST && joined(cursor); more++) {
            if (cursor.digits(5) == null) {
                break;
            }
            last = cursor.position();
        }
        cursor.moveTo(last);
        return true;
    }

    private static boolean joined(Cursor cursor) {
        if (cursor.mark("-/,")) {
            return true;
        }
        cursor.space();
        boolean and = cursor.word(List.of("en")) != null;
        cursor.space();
        return and;
    }
}
