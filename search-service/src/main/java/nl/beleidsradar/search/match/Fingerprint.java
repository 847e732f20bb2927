package nl.beleidsradar.search.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import nl.beleidsradar.contract.store.BlobRef;

/**
 * Tells whether two sentences say the same in the same words: 128 bits of SHA-256 in base64url, of
 * the sentence without what printing it anew may change. Hyphens between letters are left out,
 * because nobody can tell one at the end of a line from one of the word.
 */
final class Fingerprint {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(String sentence) {
        return hash(normal(sentence));
    }

    /** Of a document as a whole, which copies of it share; no sentence has it. */
    static String ofNumber(String number) {
        return hash("\n" + number.toLowerCase(Locale.ROOT));
    }

    private static String hash(String text) {
        MessageDigest digest = BlobRef.newDigest();
        byte[] whole = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return ENCODER.encodeToString(Arrays.copyOf(whole, BYTES));
    }

    static String normal(String sentence) {
        String text = Normalizer.normalize(sentence, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder normal = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.getType(c) == Character.FORMAT) {
                // A soft hyphen takes the end of its line along.
                i = c == '\u00ad' ? lineEnd(text, i + 1) - 1 : i;
            } else if (isBlank(c)) {
                blank = true;
            } else if (isHyphen(c) && !blank && joins(text, i, normal)) {
                i = skipBlank(text, i + 1) - 1;
            } else {
                if (blank && !normal.isEmpty()) {
                    normal.append(' ');
                }
                blank = false;
                normal.append(quote(c));
            }
        }
        return withoutPunctuation(normal);
    }

    private static boolean joins(String text, int hyphen, StringBuilder before) {
        int next = skipBlank(text, hyphen + 1);
        return !before.isEmpty()
                && Character.isLetter(before.charAt(before.length() - 1))
                && next < text.length()
                && Character.isLetter(text.charAt(next));
    }

    /** Behind the line break that only white space is before, else where it began. */
    private static int lineEnd(String text, int from) {
        int end = skipBlank(text, from);
        return text.substring(from, end).indexOf('\n') >= 0 ? end : from;
    }

    private static String withoutPunctuation(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isPunctuation(text.charAt(from))) {
            from++;
        }
        while (to > from && isPunctuation(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    private static int skipBlank(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static char quote(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> '"';
            case '\u2012', '\u2013', '\u2014' -> '-';
            default -> c;
        };
    }

    private static boolean isPunctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.PRIVATE_USE ->
                    true;
            case Character.OTHER_PUNCTUATION -> c != '%' && c != '\u2030';
            default -> c <= ' ' || c == '\u25aa' || c == '\u25cf' || c == '\u25a0';
        };
    }
}
