package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Kamerstuk or dossier from its dossier number on: chapters, lists and ranges of numbers,
 * and letters of the Eerste Kamer.
 */
record KamerstukReader(DossierNumbers dossiers, Evidence evidence) implements MatchReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /** How sure what stands around the number makes that it is a dossier. */
    enum Evidence {
        /** The word Kamerstuk or the like: a dossier alone is enough. */
        LEAD,
        /** Nothing: the number of a paper must follow. */
        BARE,
        /** Brackets after a word for a bill or motion: a dossier is enough if they hold no more. */
        BRACKET,
        /** The opening of a title. */
        OPENING
    }

    @Override
    public @Nullable Reading read(Match match) {
        Cursor cursor = new Cursor(match.text(), match.start("dossier"));
        Dossier dossier = dossiers.read(cursor, led());
        if (dossier == null || (isOld(dossier) && match.group("session") == null)) {
            return null;
        }
        Citation citation = new Citation(match, dossier);
        String numbers = match.group("numbers");
        if (numbers != null) {
            return numbersBefore(citation, cursor, numbers);
        }
        int end = cursor.position();
        Reading papers = ofCouncil(citation, cursor);
        if (papers == null) {
            cursor.moveTo(end);
            papers = papers(citation, cursor);
        }
        if (papers == null) {
            cursor.moveTo(end);
            papers = new DossierAlone(dossiers, evidence).read(citation, cursor);
        }
        return papers;
    }

    private boolean led() {
        return evidence == Evidence.LEAD;
    }

    /** Dossiers of before 1968 have four digits, which only the year beside them makes certain. */
    private static boolean isOld(Dossier dossier) {
        return dossier.number().length() < 5;
    }

    /** {@code 21 501-02, nr. 2498}: two digits before the number are the code of a council. */
    private @Nullable Reading ofCouncil(Citation citation, Cursor cursor) {
        boolean mayHave = led() || dossiers.hasCouncils(citation.dossier().number());
        boolean without = citation.dossier().addition() == null;
        String code = mayHave && without ? DossierNumbers.council(cursor) : null;
        if (code == null) {
            return null;
        }
        StukNumbers numbers = new StukNumbers(cursor, dossiers);
        boolean found =
                numbers.afterWord() || numbers.compact("-") || (led() && numbers.afterComma());
        if (!found) {
            // Dossiers named beside it: the number runs in the first.
            found = !DossierNumbers.others(cursor, led(), false).isEmpty() && numbers.afterWord();
        }
        return found ? citation.withAddition(code).papers(numbers.end(), numbers.found()) : null;
    }

    private @Nullable Reading papers(Citation citation, Cursor cursor) {
        Dossier dossier = citation.dossier();
        boolean sure = led() || dossier.addition() != null;
        boolean code = dossiers.hasCouncils(dossier.number());
        StukNumbers numbers = new StukNumbers(cursor, dossiers);
        boolean found =
                numbers.afterWord()
                        || (!(code && isCode(cursor))
                                && !isAircraft(dossier, cursor)
                                && numbers.compact(led() ? "-./" : "-")
                                && (sure || !BareNumber.isOther(citation, cursor)));
        if (!found && sure && !isOld(dossier)) {
            found = numbers.afterComma() && (led() || numbers.areDigits());
        }
        return found ? citation.papers(numbers.end(), numbers.found()) : null;
    }

    /**
     * {@code 35 000 F-35's}: a letter after a space is a chapter only where a word announces it.
     */
    private boolean isAircraft(Dossier dossier, Cursor cursor) {
        String addition = dossier.addition();
        return !led()
                && addition != null
                && DossierNumbers.isChapterLetter(addition)
                && Cursor.isSpace(cursor.peek(-addition.length() - 1));
    }

    private static boolean isCode(Cursor cursor) {
        int start = cursor.position();
        boolean code = DossierNumbers.council(cursor) != null;
        cursor.moveTo(start);
        return code;
    }

    /** {@code 206 (28 844)}: the numbers stand first. */
    private static @Nullable Reading numbersBefore(
            Citation citation, Cursor cursor, String written) {
        String code = citation.dossier().addition() == null ? DossierNumbers.council(cursor) : null;
        boolean bracket = written.endsWith("(");
        if (bracket && cursor.peek() != ')') {
            return null;
        }
        List<String> numbers = new ArrayList<>();
        Matcher each = NUMBER.matcher(written);
        while (each.find()) {
            numbers.add(each.group());
        }
        Citation whole = code == null ? citation : citation.withAddition(code);
        return whole.papers(cursor.position() + (bracket ? 1 : 0), numbers);
    }
}
