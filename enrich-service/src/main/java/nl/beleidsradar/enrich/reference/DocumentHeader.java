package nl.beleidsradar.enrich.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Reference.Role;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.enrich.reference.Landmarks.Landmark;
import org.jspecify.annotations.Nullable;

/**
 * Reads the printed head of parliamentary papers, where the parts of the own number stand on lines
 * of their own: the year, the dossier, its title and the number, or the number of answered
 * questions.
 */
final class DocumentHeader {

    private static final int BEFORE_DOSSIER = 260;

    private static final Landmark ANSWERS = Landmark.of("antwoorden");
    private static final Landmark YEAR = Landmark.of("vergaderjaar");
    private static final Landmark RECEIPT = Landmark.of("ontvangen");
    private static final Landmark NR = Landmark.of("nr.");

    private static final Pattern SESSION = Pattern.compile("(?i)vergaderjaar ([0-9]{4}-[0-9]{4})");
    private static final Pattern DOSSIER = Pattern.compile("[0-9]{2} [0-9]{3}|[0-9]{5}");
    private static final Pattern NUMBER =
            Pattern.compile("\n[# ]{0,6}Nr\\. ?([0-9]{1,4}|[A-Z]{1,2})(?:[ \n]|$)");
    private static final Pattern INLINE_NUMBER =
            Pattern.compile(" Nr\\. ([0-9]{1,4}) (?:[A-Z]{4,20}|$)");
    private static final Pattern LETTER =
            Pattern.compile("\n[# ]{0,6}([A-Z]{1,2})(?:\n| [A-Z]{4,20})");
    private static final Pattern QUESTIONS =
            Pattern.compile("(?i)gegeven antwoorden[ \n#]{1,6}([0-9]{1,4})[ \n]");
    private static final Pattern RECEIVED =
            Pattern.compile("(?i)\\(ontvangen[ \n]([0-9]{1,2})[ \n]([a-z]{3,9})[ \n]([0-9]{4})");

    private final String head;
    private final DossierNumbers dossiers;
    private final @Nullable LocalDate published;

    /**
     * @param head the normalised opening of a document
     */
    DocumentHeader(String head, DossierNumbers dossiers, @Nullable LocalDate published) {
        this.head = head;
        this.dossiers = dossiers;
        this.published = published;
    }

    /** The own number, where the head shows one. */
    List<Mention> mentions() {
        List<Mention> found = new ArrayList<>();
        Matcher questions = Landmarks.find(QUESTIONS, head, ANSWERS, 8, 0);
        if (questions != null) {
            answers(questions).ifPresent(found::add);
        } else {
            paper().ifPresent(found::add);
        }
        return found;
    }

    private Optional<Mention> answers(Matcher questions) {
        String chamber = head.contains("Eerste Kamer der Staten-Generaal") ? "ek" : "tk";
        return year().map(year ->
                own(
                        questions.start(1),
                        questions.end(1),
                        ReferenceKind.AANHANGSEL,
                        "ah-" + chamber + "-" + year.inIds() + "-" + questions.group(1)));
    }

    private Optional<ParliamentaryYear> year() {
        Matcher session = Landmarks.find(SESSION, head, YEAR, 0, 0);
        if (session != null) {
            return ParliamentaryYear.parse(session.group(1));
        }
        return received().or(() -> Optional.ofNullable(published)).map(ParliamentaryYear::of);
    }

    private Optional<LocalDate> received() {
        Matcher received = Landmarks.find(RECEIVED, head, RECEIPT, 1, 0);
        if (received == null) {
            return Optional.empty();
        }
        int month = DutchMonths.number(received.group(2));
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(received.group(3)),
                            month,
                            Integer.parseInt(received.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Mention> paper() {
        Matcher session = Landmarks.find(SESSION, head, YEAR, 0, 0);
        if (session == null) {
            return Optional.empty();
        }
        int reach = Math.min(head.length(), session.end() + BEFORE_DOSSIER);
        int first = firstDossier(session.end(), reach);
        if (first < 0) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(head, first);
        Dossier dossier = dossiers.read(cursor, true);
        if (dossier == null) {
            return Optional.empty();
        }
        String council = dossier.addition() == null && cursor.mark("-") ? cursor.digits(2) : null;
        Dossier whole = council == null ? dossier : dossier.with(council);
        Matcher number = number(first);
        if (number == null) {
            return Optional.empty();
        }
        boolean letter = Character.isUpperCase(number.group(1).charAt(0));
        String year =
                ParliamentaryYear.parse(session.group(1))
                        .filter(y -> letter && y.begins() <= 2009)
                        .map(y -> y.inIds() + "-")
                        .orElse("");
        return Optional.of(
                own(
                        session.start(),
                        number.end(1),
                        ReferenceKind.KAMERSTUK,
                        "kst-" + year + whole.id() + "-" + number.group(1)));
    }

    /** The first number of a dossier's form that begins a word; -1 without one. */
    private int firstDossier(int from, int to) {
        Matcher dossier = DOSSIER.matcher(head);
        for (int i = from; i < to; i++) {
            if (Cursor.isDigit(head.charAt(i))
                    && (i == from || Cursor.isSpace(head.charAt(i - 1)))
                    && dossier.region(i, to).lookingAt()) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Matcher number(int from) {
        Matcher number = numberLine(from);
        if (number == null) {
            number = Landmarks.find(INLINE_NUMBER, head, NR, 1, from);
        }
        return number == null && head.contains("Eerste Kamer") ? letterLine(from) : number;
    }

    /** Looks only at the lines that hold the word, as a pattern tried at each is slow. */
    private @Nullable Matcher numberLine(int from) {
        int word = head.indexOf("Nr.", from);
        while (word >= 0) {
            int line = head.lastIndexOf('\n', word);
            if (line >= from) {
                Matcher number = NUMBER.matcher(head);
                number.region(line, head.length());
                if (number.lookingAt()) {
                    return number;
                }
            }
            word = head.indexOf("Nr.", word + 1);
        }
        return null;
    }

    private @Nullable Matcher letterLine(int from) {
        Matcher letter = LETTER.matcher(head);
        int line = head.indexOf('\n', from);
        while (line >= 0) {
            if (letter.region(line, head.length()).lookingAt()) {
                return letter;
            }
            line = head.indexOf('\n', line + 1);
        }
        return null;
    }

    private static Mention own(int start, int end, ReferenceKind kind, String canonical) {
        return new Mention("header", start, end, List.of(new Target(kind, canonical)), Role.SELF);
    }
}
