package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the lines that printing repeats on every page of official publications and Council papers,
 * with the page number beside them. They are no part of the sentence that runs on over the page,
 * and the ids in them are the document's own.
 */
final class RunningHeads {

    private static final int LONGEST = 140;
    private static final int SHORTEST = 7;

    /** More lines than any document has pages; the rest stays in the body. */
    private static final int MOST = 5_000;

    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:ah|kst|h|blg)-[A-Za-z0-9-]{3,40}(?: [0-9]{1,4})?"
                            + "|ISSN [0-9]{4} ?- ?[0-9]{3}[0-9X]"
                            + "|.?s-Gravenhage (?:19|20)[0-9]{2}(?: (?:Tweede|Eerste) Kamer.{0,80})?"
                            + "|(?:Tweede|Eerste) Kamer, vergaderjaar [0-9]{4}-[0-9]{2,4},"
                            + " (?:Aanhangsel|[0-9]{2} ?[0-9]{3}.{0,60})(?: [0-9]{1,4})?"
                            + "|[0-9]{4,5}/[0-9]{2}(?: (?:REV|ADD|COR) [0-9]{1,2}){0,2}"
                            + "(?: [A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){0,3}(?:/[0-9]{1,2})?){1,2} [0-9]{1,3}"
                            + "|(?:BIJLAGE )?(?:RELEX|LIFE|JAI|TREE|ECOFIN|GIP|COMPET|SMART|TRANS)"
                            + "\\.[0-9](?:\\.[A-Z0-9]){0,3}(?: (?:LIMITE )?[A-Z]{2})?");

    private static final String OPENINGS = "ah ks bl Tw Ee ";

    private static final Pattern PAGE_NUMBER = Pattern.compile("[0-9]{1,4}");

    private RunningHeads() {}

    /** Their spans in the original text, in order. */
    static List<Span> in(String original) {
        List<Span> heads = new ArrayList<>();
        boolean afterHead = false;
        boolean paged = original.indexOf('\f') >= 0;
        int start = 0;
        while (start < original.length() && heads.size() < MOST) {
            int end = lineEnd(original, start, paged);
            if (end - start <= LONGEST && (afterHead || end - start >= SHORTEST)) {
                boolean worth = afterHead || mayBeHead(original, start, end);
                String line =
                        worth
                                ? NormalisedText.of(original.substring(start, end)).text().strip()
                                : "-";
                boolean head = worth && HEAD.matcher(line).matches();
                if (head || (afterHead && PAGE_NUMBER.matcher(line).matches())) {
                    heads.add(new Span(start, end));
                }
                afterHead = head || (afterHead && line.isEmpty());
            } else {
                afterHead = false;
            }
            start = end + 1;
        }
        return heads;
    }

    /** A cheap look at the first letters, as almost no line is one. */
    private static boolean mayBeHead(String text, int start, int end) {
        int first = start;
        while (first < end && CharKind.of(text.charAt(first)) != CharKind.PLAIN) {
            first++;
        }
        if (end - first < SHORTEST) {
            return false;
        }
        char a = text.charAt(first);
        char b = text.charAt(first + 1);
        boolean digits = a >= '0' && a <= '9' && b >= '0' && b <= '9';
        return digits
                || isOpening(a, b)
                || (Character.isUpperCase(a) && Character.isUpperCase(b))
                || (b == 's' && !Character.isLetter(a))
                || (a == 'h' && b == '-')
                || (a == 's' && b == '-');
    }

    private static boolean isOpening(char a, char b) {
        for (int i = 0; i < OPENINGS.length(); i += 3) {
            if (OPENINGS.charAt(i) == a && OPENINGS.charAt(i + 1) == b) {
                return true;
            }
        }
        return false;
    }

    /** The next line feed or, in a text with pages, form feed. */
    private static int lineEnd(String text, int start, boolean paged) {
        if (paged) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\f') {
                end++;
            }
            return end;
        }
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
