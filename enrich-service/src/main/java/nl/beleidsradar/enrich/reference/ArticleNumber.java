package nl.beleidsradar.enrich.reference;

import java.util.List;

/**
 * An article as a citation gives it.
 *
 * @param number as written, for example {@code 5:9}, {@code 126nd}, {@code VI}
 * @param paragraphs the numbers of its paragraphs; empty for the whole article
 */
record ArticleNumber(String number, List<String> paragraphs) {

    ArticleNumber {
        paragraphs = List.copyOf(paragraphs);
    }

    boolean isRoman() {
        return Character.isUpperCase(number.charAt(0));
    }

    /** The canonical forms within a law: one, or one for each paragraph. */
    List<String> canonicals(String law, String prefix) {
        String article = law + ":" + prefix + number;
        return paragraphs.isEmpty()
                ? List.of(article)
                : paragraphs.stream().map(p -> article + "(" + p + ")").toList();
    }

    /** In a treaty the part after a dot is a paragraph: 42.7. */
    ArticleNumber inTreaty() {
        int dot = number.indexOf('.');
        return dot < 0 || !paragraphs.isEmpty()
                ? this
                : new ArticleNumber(number.substring(0, dot), List.of(number.substring(dot + 1)));
    }
}
