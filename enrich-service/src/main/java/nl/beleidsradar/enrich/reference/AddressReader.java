package nl.beleidsradar.enrich.reference;

import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;

/** Reads a web address up to its end, without the punctuation of the sentence around it. */
record AddressReader() implements MatchReader {

    private static final int LONGEST = 2_000;
    private static final String ENDS = "<>\"«»“”„|\uFFFC";
    private static final String NOT_LAST = ".,;:!?'’\\])}";

    @Override
    public Reading read(Match match) {
        CharSequence text = match.text();
        int start = match.start();
        int end = match.end();
        int open = 0;
        while (end < text.length() && end - start < LONGEST && !ends(text.charAt(end))) {
            open += text.charAt(end) == '(' ? 1 : 0;
            if (text.charAt(end) == ')' && open-- == 0) {
                break;
            }
            end++;
        }
        while (end > match.end()
                && NOT_LAST.indexOf(text.charAt(end - 1)) >= 0
                && !(text.charAt(end - 1) == ')' && balanced(text, start, end))) {
            end--;
        }
        end = AddressContinuation.end(text, start, end);
        String address = text.subSequence(start, end).toString().replace("\n", "");
        return new Reading(start, end, List.of(new Target(ReferenceKind.URL, address)));
    }

    private static boolean balanced(CharSequence text, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth == 0;
    }

    private static boolean ends(char c) {
        return c <= ' ' || ENDS.indexOf(c) >= 0;
    }
}
