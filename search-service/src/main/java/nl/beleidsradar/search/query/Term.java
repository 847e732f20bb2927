package nl.beleidsradar.search.query;

/** What a text must hold, somewhere. */
sealed interface Term {

    /** The text as the reader typed it, without operators. */
    String text();

    /** In any inflection, also as a part of a compound. */
    record Word(String text) implements Term {}

    /** These words, in this order, as written. */
    record Phrase(String text) implements Term {}

    /** Any word with this beginning. */
    record Prefix(String text) implements Term {}
}
