package nl.beleidsradar.enrich.theme;

import java.util.Locale;

/** Tells a heading from a sentence by its looks; extracted text carries no mark-up to trust. */
final class Headings {

    private static final int MAX_LENGTH = 160;
    private static final int MAX_WORDS = 16;

    private static final int MIN_LETTERS = 4;

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
                && !holdsAddress(plain)
                && isFewPlainWords(plain);
    }

    private static boolean holdsAddress(String line) {
        return line.indexOf('@') >= 0
                || line.contains("http://")
                || line.contains("https://")
                || line.contains("www.");
    }

    /**
     * Whether these are words enough and not too many, without columns set apart by spaces or the
     * dots of a table of contents; one pass without patterns, as every short line is asked.
     */
    private static boolean isFewPlainWords(String line) {
        int words = 1;
        int letters = 0;
        int spaces = 0;
        int otherSpaces = 0;
        int dots = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            dots = c == '.' ? dots + 1 : 0;
            if (isSpace(c)) {
                words += spaces + otherSpaces == 0 ? 1 : 0;
                spaces += c == ' ' ? 1 : 0;
                otherSpaces += c == ' ' ? 0 : 1;
                continue;
            }
            if (dots > 3 || (spaces > 2 && otherSpaces == 0)) {
                return false;
            }
            spaces = 0;
            otherSpaces = 0;
            boolean pair = Character.isHighSurrogate(c);
            letters += Character.isLetter(pair ? line.codePointAt(i) : c) ? 1 : 0;
        }
        return words <= MAX_WORDS && letters >= MIN_LETTERS;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
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
