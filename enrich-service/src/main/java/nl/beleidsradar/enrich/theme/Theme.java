package nl.beleidsradar.enrich.theme;

import java.util.List;
import java.util.Map;

/**
 * A policy theme as its file states it.
 *
 * @param id {@code [a-z][a-z0-9-]*}
 * @param version rises with each change, from 1
 * @param labels name by language, {@code nl} and {@code en} at least
 * @param links the same or a broader subject in a public thesaurus, as URI
 * @param terms words that speak of the theme
 * @param combinations words that do so only together
 * @param masks names and figures of speech in which a term says nothing of the theme
 * @param examples what must and what must not be tagged
 */
public record Theme(
        String id,
        int version,
        Map<String, String> labels,
        List<String> links,
        List<Term> terms,
        List<Combination> combinations,
        List<String> masks,
        Examples examples) {

    /** The same theme under another version. */
    public Theme withVersion(int version) {
        return new Theme(id, version, labels, links, terms, combinations, masks, examples);
    }

    /**
     * Words that speak of the theme; {@code *} at the end of a word stands for any continuation,
     * {@code #} for one digit.
     *
     * @param unless words that cancel it when they stand in the same paragraph
     */
    public record Term(String text, Mode mode, Weight weight, List<String> unless) {}

    /** How a term's words are compared with those of a text; case and accents are folded. */
    public enum Mode {
        /** One word, as written. */
        WORD,
        /** Each word also with a Dutch inflection: -e, -en, -n, -s. */
        STEM,
        /** The last word may begin a longer one (cyberaanval), but not end one (werkklimaat). */
        COMPOUND_FIRST,
        /** Several words in this order, nothing but space or hyphens between them. */
        PHRASE,
        /** As written, capitals included. */
        CASE_SENSITIVE
    }

    /** What one find of a term proves. */
    public enum Weight {
        /** The theme; the passage is about it in a heading, or with a second find. */
        STRONG,
        /** A mention of the theme; with another find, a passage about it. */
        WEAK,
        /** Nothing by itself; adds to another find in the same paragraph. */
        SUPPORT
    }

    /**
     * Words that together speak of the theme, in any order, in one paragraph.
     *
     * @param within greatest distance between them, in words
     * @param all groups of alternatives, written as phrases; one of each group must be there
     */
    public record Combination(Weight weight, int within, List<List<String>> all) {}

    /** Texts that hold the theme to its meaning. */
    public record Examples(List<String> must, List<String> mustNot) {}
}
