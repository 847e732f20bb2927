package nl.beleidsradar.enrich.theme;

/**
 * A term, or a combination of terms, found in a text.
 *
 * @param start first UTF-16 unit in the original text
 * @param end one past the last
 * @param name the term or combination it is a find of, to tell two finds of one term from finds of
 *     two
 */
record Find(int theme, Theme.Weight weight, int start, int end, String name) {}
