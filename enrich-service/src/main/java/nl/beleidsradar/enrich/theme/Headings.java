package nl.beleidsradar.enrich.theme;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a heading from a sentence by its looks; extracted text carries no mark-up to trust. */
final class Headings {

    private static final int MAX_LENGTH = 160;
    private static final int MAX_WORDS = 16;

    /** Columns set apart by spaces, a table of contents' dots, an address. */
    private static final Pattern NO_HEADING =
            Pattern.compile("\\S {3,}\\S|\\.{4,}|@|https?://|www\\.");

    private Headings() {}

    /** Whether a heading mark ({@code ##}) stands at this place. */
    static boolean isMarked(String text, int at) {
        return level(text, at) > 0;
    }

    /** How many heading marks stand at this place: 1 for the highest heading, 0 for none. */
    static int level(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) == '#') {
            i++;
        }
        return i < text.length() && text.charAt(i) == ' ' ? i - at : 0;
    }

    static boolean looksLikeOne(String text, int start, int end) {
        // Most paragraphs are too long, or end as a sentence does.
        if (end - start > MAX_LENGTH
                || endsSentence(text.charAt(end - 1)) && !isMarked(text, start)) {
            return false;
        }
        return looksLikeOne(text.substring(start, end));
    }

    private static boolean looksLikeOne(String paragraph) {
        if (isMarked(paragraph, 0)) {
            return true;
        }
        String plain = paragraph.replace("*", "").strip();
        if (plain.length() < 4 || endsSentence(plain.charAt(plain.length() - 1))) {
            return false;
        }
        int first = plain.codePointAt(0);
        return (Character.isUpperCase(first) || Character.isDigit(first))
                && !NO_HEADING.matcher(plain).find()
                && plain.split("\\s+", MAX_WORDS + 2).length <= MAX_WORDS
                && plain.codePoints().filter(Character::isLetter).count() >= 4;
    }

    private static boolean endsSentence(char last) {
        return ".,;:?!".indexOf(last) >= 0;
    }

    /**
     * Whether a section under this heading may be taken to speak of the heading's theme throughout:
     * not where the heading lists several subjects.
     */
    static boolean namesOneSubject(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT);
        return !plain.contains(",")
                && !plain.contains(" en ")
                && !plain.contains(" of ")
                && !plain.contains("&")
                && !plain.contains(";");
    }
}
