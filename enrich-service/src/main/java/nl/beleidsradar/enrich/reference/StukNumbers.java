package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the numbers of the papers in a dossier: one, a list, a range, with page numbers in between
 * that are not numbers of papers.
 */
final class StukNumbers {

    private static final int LONGEST_RANGE = 60;
    private static final int LONGEST_LIST = 60;

    private final Cursor cursor;
    private final DossierNumbers dossiers;
    private final NumberList list;
    private final List<String> found = new ArrayList<>();
    private int end;

    StukNumbers(Cursor cursor, DossierNumbers dossiers) {
        this.cursor = cursor;
        this.dossiers = dossiers;
        this.list = new NumberList(cursor, dossiers);
        this.end = cursor.position();
    }

    List<String> found() {
        return List.copyOf(found);
    }

    boolean areDigits() {
        return Cursor.isDigit(found.getFirst().charAt(0));
    }

    /** One past the last number. */
    int end() {
        return end;
    }

    /** Reads {@code , nr. 87}, {@code stuk nrs. 43 en 59}, {@code letter M}. */
    boolean afterWord() {
        int start = cursor.position();
        punctuation();
        word("met", "op", "onder");
        word("stuk", "stukken");
        cursor.mark("(");
        Boolean plural = StukNumber.word(cursor);
        if (plural == null || !first(true)) {
            cursor.moveTo(start);
            return false;
        }
        rest(plural);
        return true;
    }

    /** Reads {@code -87} or, with {@code marks} that allow it, {@code .6} and {@code /74}. */
    boolean compact(String marks) {
        int start = cursor.position();
        boolean listed = marks.length() > 1 && cursor.peek() == '-';
        if (cursor.mark(marks) && first(false)) {
            boolean more = cursor.peek() == '-' && Cursor.isDigit(cursor.peek(1));
            boolean fraction =
                    ((cursor.peek() == '.' && !footnote()) || (cursor.peek() == '/' && !listed))
                            && Cursor.isDigit(cursor.peek(1));
            if (!more && !fraction) {
                rest(false);
                return true;
            }
        }
        found.clear();
        cursor.moveTo(start);
        return false;
    }

    /** A sentence's end with the number of the next footnote glued to it: {@code 2120.2 Zie}. */
    private boolean footnote() {
        int digits = 1;
        while (digits < 4 && Cursor.isDigit(cursor.peek(digits))) {
            digits++;
        }
        return digits < 4
                && Cursor.isSpace(cursor.peek(digits))
                && Character.isUpperCase(cursor.peek(digits + 1));
    }

    /** Reads {@code , 6} and {@code , AA}, which only what stands before makes a number. */
    boolean afterComma() {
        int start = cursor.position();
        if (cursor.mark(",;:") && !dossiers.startsDossier(cursor) && first(true)) {
            boolean year = NumberList.isYear(found.getFirst());
            boolean thousands = Cursor.isSpace(cursor.peek()) && threeDigits(1);
            if (!year && !thousands && !DutchMonths.follows(cursor)) {
                rest(false);
                return true;
            }
        }
        found.clear();
        cursor.moveTo(start);
        return false;
    }

    private boolean first(boolean letters) {
        String number = StukNumber.read(cursor, letters);
        if (number == null) {
            return false;
        }
        accept(number);
        return true;
    }

    private void accept(String number) {
        found.add(number);
        end = cursor.position();
    }

    private void rest(boolean plural) {
        boolean many = plural;
        while (found.size() < LONGEST_LIST) {
            if (range(many)) {
                continue;
            }
            boolean pages = PageNumbers.passed(cursor);
            boolean joined = list.separator();
            Boolean again = joined ? StukNumber.word(cursor) : null;
            many |= again != null && again;
            boolean wanted =
                    joined
                            && (again != null || !pages)
                            && !dossiers.startsDossier(cursor)
                            && next(again != null, many);
            if (!wanted) {
                cursor.moveTo(end);
                return;
            }
        }
    }

    /**
     * The next number of a list; without a word before it, what follows must not make it a count.
     */
    private boolean next(boolean worded, boolean plural) {
        boolean letters =
                !found.getLast().isEmpty() && Character.isUpperCase(found.getLast().charAt(0));
        String number = StukNumber.read(cursor, letters);
        if (number == null || otherDossierFollows()) {
            return false;
        }
        boolean inPlural = plural && !DutchMonths.follows(cursor) && !isYearAfter(number);
        boolean listed = worded || inPlural || (!plural && list.holds(number));
        if (listed) {
            accept(number);
        }
        return listed;
    }

    private boolean otherDossierFollows() {
        int start = cursor.position();
        boolean follows = cursor.mark("(") && dossiers.startsDossier(cursor);
        cursor.moveTo(start);
        return follows;
    }

    /** {@code nrs. 12 en 13, 2024}: only a dossier with many papers has one of such a number. */
    private boolean isYearAfter(String number) {
        return NumberList.isYear(number) && found.getLast().length() < 4;
    }

    private boolean range(boolean plural) {
        int start = cursor.position();
        String first = found.getLast();
        boolean until = false;
        if (cursor.mark("-")) {
            until = true;
        } else {
            cursor.space();
            until = cursor.word(List.of("t/m", "tot en met")) != null;
            cursor.space();
        }
        String last = until ? cursor.digits(4) : null;
        if (last != null && NumberList.isNumber(first) && !Cursor.isLetter(cursor.peek())) {
            int from = Integer.parseInt(first);
            int to = Integer.parseInt(last);
            boolean near = to > from && to - from <= (plural ? LONGEST_RANGE : LONGEST_RANGE / 2);
            if (near && !DutchMonths.follows(cursor)) {
                for (int number = from + 1; number <= to; number++) {
                    accept(Integer.toString(number));
                }
                return true;
            }
        }
        cursor.moveTo(start);
        return false;
    }

    private boolean threeDigits(int ahead) {
        return Cursor.isDigit(cursor.peek(ahead))
                && Cursor.isDigit(cursor.peek(ahead + 1))
                && Cursor.isDigit(cursor.peek(ahead + 2));
    }

    private void punctuation() {
        if (!cursor.mark(",;:") && !cursor.mark("-")) {
            cursor.space();
        }
    }

    private void word(String... words) {
        if (cursor.word(List.of(words)) != null) {
            cursor.space();
        }
    }
}
