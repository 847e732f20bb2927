package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.enrich.reference.KamerstukReader.Evidence;
import org.jspecify.annotations.Nullable;

/** Reads a dossier that no number of a paper follows, where what stands around it is enough. */
record DossierAlone(DossierNumbers dossiers, Evidence evidence) {

    private static final int LONGEST_LIST = 12;

    MatchReader.@Nullable Reading read(Citation citation, Cursor cursor) {
        Dossier dossier = citation.dossier();
        String code =
                dossiers.hasCouncils(dossier.number()) ? DossierNumbers.council(cursor) : null;
        Citation whole = code == null ? citation : citation.withAddition(code);
        if (goesOn(cursor)) {
            return null;
        }
        if (isLetterOfSenate(whole)) {
            String letter = String.valueOf(whole.dossier().addition());
            return whole.withAddition(null).papers(cursor.position(), List.of(letter));
        }
        boolean enough =
                switch (evidence) {
                    case LEAD -> !dossier.dotted() && dossier.number().length() == 5;
                    case BARE -> hyphenChapter(citation, cursor);
                    case BRACKET ->
                            !roundAmount(dossier)
                                    && (closes(cursor)
                                            || (dossier.addition() != null && listCloses(cursor)));
                    case OPENING -> opensTitle(cursor) && !dossier.dotted();
                };
        return enough ? dossiers(whole, cursor) : null;
    }

    private MatchReader.Reading dossiers(Citation citation, Cursor cursor) {
        List<String> ids = new ArrayList<>();
        ids.add(citation.dossier().id());
        ids.addAll(citation.dossier().others());
        int end = cursor.position();
        boolean lists = evidence == Evidence.LEAD || evidence == Evidence.BRACKET;
        while (lists && ids.size() < LONGEST_LIST) {
            Dossier next = next(cursor);
            if (next == null) {
                break;
            }
            ids.add(next.id());
            ids.addAll(next.others());
            end = cursor.position();
        }
        return citation.dossiers(end, ids);
    }

    /** A further dossier of a list; null if a number of a paper follows it. */
    private @Nullable Dossier next(Cursor cursor) {
        boolean joined = cursor.mark(",");
        cursor.space();
        joined |= cursor.word(List.of("en")) != null;
        cursor.space();
        Dossier next = joined ? dossiers.read(cursor, false) : null;
        if (next == null || next.dotted() || goesOn(cursor)) {
            return null;
        }
        int end = cursor.position();
        boolean numbered = new StukNumbers(cursor, dossiers).afterWord();
        cursor.moveTo(end);
        return numbered ? null : next;
    }

    private static boolean goesOn(Cursor cursor) {
        char next = cursor.peek(1);
        return Cursor.isLetter(cursor.peek())
                || (cursor.peek() == '-' && (Cursor.isDigit(next) || Cursor.isLetter(next)));
    }

    /** A letter is a paper of the Eerste Kamer unless the dossier is a budget with chapters. */
    private boolean isLetterOfSenate(Citation citation) {
        String addition = citation.dossier().addition();
        return evidence == Evidence.LEAD
                && addition != null
                && DossierNumbers.isChapterLetter(addition)
                && (citation.ofSenate() || !dossiers.isBudget(citation.dossier().number()));
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

    /** {@code (36 410 V, 36 410 X en 36 410 XVII)}: nothing but chapters of budgets. */
    private boolean listCloses(Cursor cursor) {
        int start = cursor.position();
        boolean closes = false;
        Dossier next = next(cursor);
        for (int items = 1; !closes && next != null && items < LONGEST_LIST; items++) {
            closes = next.addition() != null && closes(cursor);
            next = closes || next.addition() == null ? null : next(cursor);
        }
        cursor.moveTo(start);
        return closes;
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
}
