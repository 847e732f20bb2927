package nl.beleidsradar.search.query;

import java.text.Normalizer;
import java.util.Locale;

/** What a text must hold, somewhere. */
public sealed interface Term {

    /** The text as the reader typed it, without operators. */
    String text();

    /** In any inflection, also as a part of a compound. */
    record Word(String text) implements Term {}

    /** These words, in this order, as written. */
    record Phrase(String text) implements Term {}

    /** Any word with this beginning. */
    record Prefix(String text) implements Term {

        /** As the words of an exact field begin: lower case, without accents. */
        public String folded() {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
