package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Kamerstuk or dossier from its dossier number on: chapters, lists and ranges of numbers,
 * and letters of the Eerste Kamer, whose papers up to 2009-2010 carry the year in their id.
 */
record KamerstukReader(DossierNumbers dossiers, Evidence evidence) implements MatchReader {

    private static final int LAST_YEAR_IN_ID = 2009;

    /** Words before a bare number that make it something else than a dossier. */
    private static final Set<String> OTHER_NUMBERS =
            Set.of(
                    "iso",
                    "nen",
                    "en",
                    "iec",
                    "iso/iec",
                    "nen-en",
                    "nen-iso",
                    "nen-en-iso",
                    "din",
                    "postbus",
                    "tel",
                    "telefoon",
                    "fax",
                    "kvk",
                    "euro",
                    "eur",
                    "artikel",
                    "artikelen",
                    "cas",
                    "rfc",
                    "cve",
                    "issn",
                    "isbn",
                    "doi",
                    "blz",
                    "pagina",
                    "p");

    private static final Set<String> UNITS =
            Set.of(
                    "euro",
                    "kg",
                    "km",
                    "ton",
                    "personen",
                    "militairen",
                    "miljoen",
                    "mensen",
                    "inwoners");

    /** How sure what stands around the number makes that it is a dossier. */
    enum Evidence {
        /** The word Kamerstuk or the like: a dossier alone is enough. */
        LEAD,
        /** Nothing: the number of a paper must follow. */
        BARE,
        /**
         * Brackets after a word for a bill or motion: a dossier alone is enough if they hold no
         * more.
         */
        BRACKET,
        /** The opening of a title. */
        OPENING
    }

    @Override
    public @Nullable Reading read(Match match) {
        Cursor cursor = new Cursor(match.text(), match.start("dossier"));
        boolean led = evidence == Evidence.LEAD;
        Dossier dossier = dossiers.read(cursor, led);
        if (dossier == null || (dossier.number().length() < 5 && match.group("session") == null)) {
            return null;
        }
        String numbers = match.group("numbers");
        if (numbers != null) {
            return numbersBefore(match, cursor, dossier, numbers);
        }
        Citation citation = new Citation(match, dossier);
        int end = cursor.position();
        Reading reading = stukken(citation, cursor, led);
        if (reading != null) {
            return reading;
        }
        cursor.moveTo(end);
        return dossierOnly(citation, cursor);
    }

    private record Citation(Match match, Dossier dossier) {

        boolean senate() {
            String chamber = match.group("chamber");
            return chamber != null && new Template("{c:chamber}").filled(c -> chamber).equals("ek");
        }

        Reading reading(int end, List<String> canonicals, ReferenceKind kind) {
            return new Reading(
                    match.start(),
                    end,
                    canonicals.stream().map(canonical -> new Target(kind, canonical)).toList());
        }
    }

    private @Nullable Reading stukken(Citation citation, Cursor cursor, boolean led) {
        Dossier dossier = citation.dossier();
        int start = cursor.position();
        StukNumbers numbers = new StukNumbers(cursor, dossiers);
        if (dossier.addition() == null) {
            String code = council(cursor);
            if (code != null) {
                Citation council = new Citation(citation.match(), dossier.with(code));
                if (numbers.afterWord() || numbers.compact("-") || (led && numbers.afterComma())) {
                    return papers(council, numbers);
                }
                if (dossiers.hasCouncils(dossier.number())) {
                    return null;
                }
            }
            cursor.moveTo(start);
        }
        if (numbers.afterWord()) {
            return papers(citation, numbers);
        }
        boolean sure = led || dossier.addition() != null;
        if (numbers.compact(led ? "-./" : "-") && (sure || !looksLikeOther(citation, cursor))) {
            return papers(citation, numbers);
        }
        cursor.moveTo(start);
        StukNumbers listed = new StukNumbers(cursor, dossiers);
        boolean modern = dossier.number().length() == 5;
        return sure && modern && listed.afterComma() && (led || isNumber(listed))
                ? papers(citation, listed)
                : null;
    }

    private static boolean isNumber(StukNumbers numbers) {
        return Cursor.isDigit(numbers.found().getFirst().charAt(0));
    }

    private Reading papers(Citation citation, StukNumbers numbers) {
        return citation.reading(
                numbers.end(),
                numbers.found().stream().map(number -> paper(citation, number)).toList(),
                ReferenceKind.KAMERSTUK);
    }

    private static String paper(Citation citation, String number) {
        String dossier = citation.dossier().id();
        Optional<ParliamentaryYear> session =
                Optional.ofNullable(citation.match().group("session"))
                        .flatMap(ParliamentaryYear::parse)
                        .filter(year -> year.begins() <= LAST_YEAR_IN_ID)
                        .filter(year -> Character.isUpperCase(number.charAt(0)));
        return "kst-" + session.map(year -> year.inIds() + "-").orElse("") + dossier + "-" + number;
    }

    private @Nullable String council(Cursor cursor) {
        int start = cursor.position();
        if (cursor.mark("-")) {
            String code = cursor.digits(2);
            if (code != null && code.length() == 2 && !Cursor.isLetter(cursor.peek())) {
                return code;
            }
        }
        cursor.moveTo(start);
        return null;
    }

    private @Nullable Reading dossierOnly(Citation citation, Cursor cursor) {
        Dossier dossier = citation.dossier();
        int start = cursor.position();
        String code = dossiers.hasCouncils(dossier.number()) ? council(cursor) : null;
        if (code == null) {
            cursor.moveTo(start);
        }
        Citation whole =
                code == null ? citation : new Citation(citation.match(), dossier.with(code));
        if (cursor.peek() == '-'
                && (Cursor.isDigit(cursor.peek(1)) || Cursor.isLetter(cursor.peek(1)))) {
            return null;
        }
        if (Cursor.isLetter(cursor.peek())) {
            return null;
        }
        if (isLetterOfSenate(whole)) {
            return citation.reading(
                    cursor.position(),
                    List.of(paper(letterless(whole), String.valueOf(whole.dossier().addition()))),
                    ReferenceKind.KAMERSTUK);
        }
        boolean enough =
                switch (evidence) {
                    case LEAD -> !dossier.dotted() && dossier.number().length() == 5;
                    case BARE -> hyphenChapter(citation, cursor);
                    case BRACKET -> closes(cursor) && !roundAmount(dossier);
                    case OPENING -> opensTitle(cursor) && !dossier.dotted();
                };
        return enough ? dossiers(whole, cursor.position()) : null;
    }

    private static Reading dossiers(Citation citation, int end) {
        List<String> ids = new ArrayList<>();
        ids.add("dossier:" + citation.dossier().id());
        citation.dossier().others().forEach(other -> ids.add("dossier:" + other));
        return citation.reading(end, ids, ReferenceKind.DOSSIER);
    }

    /** A letter is a paper of the Eerste Kamer unless the dossier is a budget with chapters. */
    private boolean isLetterOfSenate(Citation citation) {
        String addition = citation.dossier().addition();
        return evidence == Evidence.LEAD
                && addition != null
                && DossierNumbers.isChapterLetter(addition)
                && (citation.senate() || !dossiers.isBudget(citation.dossier().number()));
    }

    private static Citation letterless(Citation citation) {
        return new Citation(citation.match(), citation.dossier().with(null));
    }

    private boolean hyphenChapter(Citation citation, Cursor cursor) {
        String addition = citation.dossier().addition();
        return addition != null
                && dossiers.isBudget(citation.dossier().number())
                && cursor.peek(-addition.length() - 1) == '-';
    }

    private static boolean roundAmount(Dossier dossier) {
        return dossier.addition() == null && (dossier.dotted() || dossier.number().endsWith("000"));
    }

    private static boolean closes(Cursor cursor) {
        return cursor.peek(Cursor.isSpace(cursor.peek()) ? 1 : 0) == ')';
    }

    private static boolean opensTitle(Cursor cursor) {
        char next = cursor.peek(1);
        return cursor.atEnd()
                || (cursor.peek() == ' ' && (Character.isUpperCase(next) || next == '('))
                || ",:;-".indexOf(cursor.peek()) >= 0;
    }

    /** {@code 206 (28 844)}: the numbers stand first. */
    private @Nullable Reading numbersBefore(
            Match match, Cursor cursor, Dossier dossier, String numbers) {
        Dossier whole = dossier;
        String code = dossier.addition() == null ? council(cursor) : null;
        if (code != null) {
            whole = dossier.with(code);
        }
        boolean bracket = numbers.endsWith("(");
        if (bracket && cursor.peek() != ')') {
            return null;
        }
        Citation citation = new Citation(match, whole);
        List<String> ids = new ArrayList<>();
        for (String number : numbers.split("[^0-9]{1,10}")) {
            if (!number.isEmpty()) {
                ids.add(paper(citation, number));
            }
        }
        return citation.reading(
                cursor.position() + (bracket ? 1 : 0), ids, ReferenceKind.KAMERSTUK);
    }

    private static boolean looksLikeOther(Citation citation, Cursor cursor) {
        String dossier = citation.dossier().number();
        char next = cursor.peek();
        int ahead = Cursor.isSpace(next) ? 1 : 0;
        boolean longer =
                Cursor.isDigit(cursor.peek(1)) && (ahead == 1 || ",.:/-".indexOf(next) >= 0);
        return citation.dossier().dotted()
                || dossier.endsWith("000")
                || longer
                || next == '%'
                || UNITS.contains(wordAfter(cursor))
                || OTHER_NUMBERS.contains(wordBefore(citation.match()));
    }

    private static String wordAfter(Cursor cursor) {
        StringBuilder word = new StringBuilder();
        for (int i = 1; i < 20 && Cursor.isLetter(cursor.peek(i)); i++) {
            word.append(cursor.peek(i));
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private static String wordBefore(Match match) {
        int end = match.start("dossier");
        CharSequence text = match.text();
        while (end > 0 && " \n.:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < 16
                && (Cursor.isLetter(text.charAt(start - 1))
                        || "/-€".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    }
}
