package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dossier numbers and what belongs to them. A dossier has five digits since 1982; additions
 * are the chapters of the budget, in Roman numerals or a letter, and the two-digit codes of the
 * councils of the European Union.
 *
 * @param budgets dossiers with budget chapters that do not end in 0 or 5
 * @param councils dossiers with council codes
 */
record DossierNumbers(Set<String> budgets, Set<String> councils) {

    private static final Pattern ROMAN = Pattern.compile("(?:X{0,2}(?:IX|IV|V?I{0,3}))[AB]?");
    private static final String CHAPTER_LETTERS = "ABCDEFGHJKLM";
    private static final int OLDEST_WITHOUT_LEAD = 12_000;
    private static final int NEWEST = 39_999;

    /** One dossier, with those named beside it, up to its chapter or code. */
    @Nullable Dossier read(Cursor cursor, boolean led) {
        int start = cursor.position();
        boolean[] dotted = new boolean[1];
        String number = number(cursor, led, dotted);
        if (number == null) {
            return null;
        }
        kingdomNumber(cursor);
        String addition = chapter(cursor);
        List<String> others = others(cursor, led, addition != null);
        if (!others.isEmpty() && addition == null) {
            addition = chapter(cursor);
        }
        if (cursor.position() == start) {
            return null;
        }
        return new Dossier(number, addition, others, dotted[0]);
    }

    boolean isBudget(String dossier) {
        boolean round = dossier.length() == 5 && (dossier.endsWith("0") || dossier.endsWith("5"));
        return budgets.contains(dossier) || (round && Integer.parseInt(dossier) > 36_600);
    }

    boolean hasCouncils(String dossier) {
        return councils.contains(dossier);
    }

    static boolean isChapterLetter(String letters) {
        return letters.length() == 1 && CHAPTER_LETTERS.contains(letters);
    }

    /** Whether the citation goes on with another dossier, so that its digits are no stuk number. */
    boolean startsDossier(Cursor cursor) {
        int start = cursor.position();
        boolean dossier = number(cursor, false, new boolean[1]) != null;
        cursor.moveTo(start);
        return dossier;
    }

    private static @Nullable String number(Cursor cursor, boolean led, boolean[] dotted) {
        int start = cursor.position();
        String digits = cursor.digits(5);
        if (digits == null) {
            return null;
        }
        if (digits.length() == 2) {
            char separator = cursor.peek();
            dotted[0] = separator == '.';
            boolean separates =
                    Cursor.isSpace(separator) || separator == '.' || (separator == '-' && led);
            cursor.moveTo(cursor.position() + 1);
            String rest = separates ? cursor.digits(3) : null;
            digits = rest == null || rest.length() != 3 ? "" : digits + rest;
        }
        boolean plausible =
                digits.length() == 5
                        ? Integer.parseInt(digits) <= NEWEST
                                && (led || Integer.parseInt(digits) >= OLDEST_WITHOUT_LEAD)
                        : digits.length() == 4 && led;
        if (!plausible) {
            cursor.moveTo(start);
            return null;
        }
        return digits;
    }

    /** The number of a bill for the whole Kingdom, (R 2048), is no part of the dossier's id. */
    private static void kingdomNumber(Cursor cursor) {
        int start = cursor.position();
        cursor.mark("-,");
        cursor.space();
        boolean bracket = cursor.mark("(");
        if (cursor.peek() == 'R') {
            cursor.moveTo(cursor.position() + 1);
            cursor.space();
            if (cursor.digits(4) != null && (!bracket || cursor.peek() == ')')) {
                cursor.moveTo(cursor.position() + (bracket ? 1 : 0));
                return;
            }
        }
        cursor.moveTo(start);
    }

    private static @Nullable String chapter(Cursor cursor) {
        int start = cursor.position();
        boolean hyphen = cursor.mark("-");
        if (!hyphen) {
            cursor.space();
        }
        boolean comma = cursor.mark(",");
        boolean named = cursor.word(List.of("hoofdstuk", "begrotingshoofdstuk")) != null;
        if (comma && !named) {
            cursor.moveTo(start);
            return null;
        }
        cursor.space();
        boolean bracket = cursor.mark("(");
        String letters = cursor.capitals(6);
        boolean closed = !bracket || cursor.peek() == ')';
        if (letters != null
                && closed
                && (ROMAN.matcher(letters).matches() || isChapterLetter(letters))) {
            cursor.moveTo(cursor.position() + (bracket ? 1 : 0));
            return letters;
        }
        cursor.moveTo(start);
        return null;
    }

    /** The code of a council of the European Union after a hyphen. */
    static @Nullable String council(Cursor cursor) {
        int start = cursor.position();
        String code = cursor.mark("-") ? cursor.digits(2) : null;
        if (code != null && code.length() == 2 && !Cursor.isLetter(cursor.peek())) {
            return code;
        }
        cursor.moveTo(start);
        return null;
    }

    /** The dossiers beside the first; their chapters are read where the first has one. */
    static List<String> others(Cursor cursor, boolean led, boolean chapters) {
        List<String> others = new ArrayList<>();
        while (others.size() < 8) {
            int start = cursor.position();
            boolean joined = cursor.mark(led ? "/," : "/");
            if (!joined && Cursor.isSpace(cursor.peek())) {
                cursor.space();
                joined = cursor.word(List.of("en")) != null;
                cursor.space();
            }
            String next = joined ? number(cursor, false, new boolean[1]) : null;
            if (next == null) {
                cursor.moveTo(start);
                return others;
            }
            String chapter = chapters ? chapter(cursor) : null;
            others.add(chapter == null ? next : next + "-" + chapter);
        }
        return others;
    }
}
