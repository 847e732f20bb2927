package nl.beleidsradar.enrich.theme;

import java.util.List;
import nl.beleidsradar.enrich.theme.YamlFields.Text;

/**
 * Checks the words of a term, mask or part of a combination: a wildcard may only end a word, and a
 * word has letters, else a term would match everything.
 */
final class TermText {

    private static final int MAX_WORDS = 12;
    private static final int MAX_LENGTH = 200;

    private final FileProblems problems;

    TermText(FileProblems problems) {
        this.problems = problems;
    }

    List<Text> phrases(List<Text> texts) {
        return texts.stream().map(this::phrase).toList();
    }

    /** The text itself; noted as a problem where it cannot be used. */
    Text phrase(Text text) {
        // An empty text was noted when it was read.
        if (!text.value().isEmpty() && !isUsable(text.value())) {
            problems.at(text.line(), "'" + text.value() + "' is no usable term");
        }
        return text;
    }

    private static boolean isUsable(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        List<Pattern.Part> words = Pattern.split(text);
        boolean usable = !words.isEmpty() && words.size() <= MAX_WORDS;
        for (Pattern.Part part : words) {
            String word = part.text();
            int star = word.indexOf('*');
            usable &= star < 0 || (star >= (words.size() > 1 ? 1 : 2) && star == word.length() - 1);
        }
        return usable;
    }
}
