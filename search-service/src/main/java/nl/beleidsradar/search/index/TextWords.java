package nl.beleidsradar.search.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.TextSpan;

/**
 * The words of a text as every printing of it has them: without white space, punctuation and
 * hyphens at the ends of lines, and without the running heads, footers and page numbers that the
 * extraction found or that stand on a line by themselves.
 */
final class TextWords {

    private static final Pattern PAGE_LINE =
            Pattern.compile(
                    "(?:(?:pagina|blad|page)\\s*)?\\d{1,4}(?:\\s*(?:van|/|of)\\s*\\d{1,4})?",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PAGE_LINE = 24;

    private TextWords() {}

    /** Tells each word in the letters as written; a list of them could be larger than the text. */
    static void tell(String text, List<TextSpan> spans, Consumer<String> words) {
        String plain = Normalizer.normalize(without(text, spans), Normalizer.Form.NFKC);
        int from = 0;
        var carried = new StringBuilder();
        while (from <= plain.length()) {
            int end = plain.indexOf('\n', from);
            end = end < 0 ? plain.length() : end;
            if (!isPageLine(plain, from, end)) {
                tellWords(plain, from, end, words, carried);
            }
            from = end + 1;
        }
        if (!carried.isEmpty()) {
            words.accept(carried.toString());
        }
    }

    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Blank where printing put something; a broken word stays, its hyphen is seen below. */
    private static String without(String text, List<TextSpan> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        var plain = new StringBuilder(text);
        for (TextSpan span : spans) {
            boolean printing =
                    switch (span.kind()) {
                        case RUNNING_HEAD, PAGE_NUMBER, FOOTER -> true;
                        case JOINED_WORD, FOOTNOTE -> false;
                    };
            for (int i = span.start(); printing && i < Math.min(span.end(), text.length()); i++) {
                if (text.charAt(i) != '\n') {
                    plain.setCharAt(i, ' ');
                }
            }
        }
        return plain.toString();
    }

    private static boolean isPageLine(String text, int from, int end) {
        return end - from <= LONGEST_PAGE_LINE
                && PAGE_LINE.matcher(text.substring(from, end).strip()).matches();
    }

    /**
     * @param carried the part of a word that the line before broke off
     */
    private static void tellWords(
            String text, int from, int end, Consumer<String> words, StringBuilder carried) {
        var word = new StringBuilder(carried);
        carried.setLength(0);
        int last = end;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                word.append(c);
            } else if (isHyphen(c) && !word.isEmpty()) {
                if (i == last - 1) {
                    carried.append(word);
                    word.setLength(0);
                }
                // Nobody can tell a hyphen of the word from one of a line: none counts.
            } else if (!word.isEmpty()) {
                words.accept(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.accept(word.toString());
        }
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u00ad' || c == '\u2010' || c == '\u2011';
    }
}
