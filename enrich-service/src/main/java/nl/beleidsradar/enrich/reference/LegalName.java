package nl.beleidsradar.enrich.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name by which a law or treaty is cited.
 *
 * @param id BWB or CELEX number, or a treaty's short name; null for a law of which none is certain
 * @param treaty whether articles of it are articles of a treaty
 * @param alone whether the name without an article is a citation
 * @param prefix what the law puts before the numbers of its articles; empty for most
 * @param books ids by the first part of the article's number, where each part is a law of its own
 */
record LegalName(
        String name,
        @Nullable String id,
        boolean treaty,
        boolean alone,
        String prefix,
        Map<String, String> books) {

    private static final int SHORT = 5;

    LegalName {
        books = Map.copyOf(books);
    }

    /** Abbreviations are words in lower case. */
    boolean withItsCase() {
        boolean capitals = name.chars().filter(Character::isUpperCase).limit(2).count() == 2;
        return Character.isLowerCase(name.charAt(0))
                || (name.indexOf(' ') < 0 && (capitals || name.length() <= SHORT));
    }

    /** The id of the law in which an article of this number stands; null where none is certain. */
    @Nullable String idFor(String article) {
        if (books.isEmpty()) {
            return id;
        }
        int colon = article.indexOf(':');
        return colon < 0 ? null : books.get(article.substring(0, colon));
    }
}
