package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the treaty that an article belongs to where the sentence named it before: "Gezien het VWEU,
 * en met name artikel 114", "het verdrag … artikel VI".
 */
record TreatyBefore(LegalNames names) {

    private static final int REACH = 400;
    private static final int INTRODUCTION = 24;
    private static final List<String> PARTICULARLY =
            Stream.of("met name", "in het bijzonder", "inzonderheid")
                    .flatMap(words -> Stream.of(words, words + " de", words + " op"))
                    .toList();

    /** The treaty named last before the article in its sentence; null without one. */
    @Nullable LegalName of(SearchedText text, int start, int end, ArticleNumber article) {
        return article.isRoman() || particular(text, start) ? named(text, start) : null;
    }

    private static boolean particular(SearchedText text, int start) {
        int from = Math.max(0, start - INTRODUCTION);
        String before = text.subSequence(from, start).toString().replace('\n', ' ').strip();
        for (int i = 0; i < PARTICULARLY.size(); i++) {
            if (before.endsWith(PARTICULARLY.get(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable LegalName named(SearchedText text, int start) {
        int from = Math.max(0, start - REACH);
        String before = text.subSequence(from, start).toString();
        int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf(".\n")) + 1;
        for (int i = before.length() - 1; i >= sentence; i--) {
            boolean wordStart =
                    Character.isUpperCase(before.charAt(i))
                            && (i == 0 || !Character.isLetterOrDigit(before.charAt(i - 1)));
            NameTrie.Hit hit = wordStart ? names.treaty(before, i) : null;
            if (hit != null) {
                return hit.name();
            }
        }
        return null;
    }
}
