package nl.beleidsradar.enrich.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a web address over the end of a line, where what stands there shows that it goes on. */
final class AddressContinuation {

    private static final int LONGEST = 400;
    private static final int MOST_LINES = 3;

    /** After one of these an address cannot end. */
    private static final String OPEN = "-_=&?%";

    private static final Pattern PIECE =
            Pattern.compile("\\n(?<piece>[a-z0-9][A-Za-z0-9._~/?=&%#+-]{0,300})(?=[\\s)\\],;>]|$)");

    /** What only stands in addresses. */
    private static final Pattern CERTAIN =
            Pattern.compile(
                    "[?=&%]|\\.(?:html?|pdf|aspx?|php|docx?|nl|eu|com|org)(?:$|[/.?#])|-[^-]{1,80}-|/[^/]{1,80}/");

    private AddressContinuation() {}

    static int end(CharSequence text, int start, int from) {
        int end = from;
        for (int line = 0; line < MOST_LINES; line++) {
            int next = further(text, start, end);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private static int further(CharSequence text, int start, int end) {
        // The mark at the end may have been left to the sentence.
        int last = end;
        if (last < text.length() && text.charAt(last) == '?') {
            last++;
        }
        if (last >= text.length() || text.charAt(last) != '\n') {
            return end;
        }
        String ahead = text.subSequence(last, Math.min(text.length(), last + LONGEST)).toString();
        Matcher piece = PIECE.matcher(ahead);
        if (!piece.lookingAt() || piece.group("piece").matches("(?:http|www\\.).{0,300}")) {
            return end;
        }
        String written = piece.group("piece").replaceFirst("[.,]{1,3}$", "");
        boolean open = OPEN.indexOf(text.charAt(last - 1)) >= 0;
        boolean inner = text.charAt(last - 1) != '/' || written.indexOf('-') > 0;
        boolean certain = CERTAIN.matcher(written).find() && inner;
        return open || certain ? last + 1 + written.length() : end;
    }
}
