package nl.beleidsradar.search.index;

/** What became of one write. */
public sealed interface IndexOutcome {

    /** Elasticsearch has it, and searches will find it within the refresh interval. */
    record Indexed() implements IndexOutcome {}

    /** A newer version was there already: nothing changed, as it should be. */
    record Superseded() implements IndexOutcome {}

    record Removed() implements IndexOutcome {}

    /**
     * It will not be indexed however often it is tried.
     *
     * @param reason short word for counting: {@code text-missing}, {@code too-large} or {@code
     *     refused}
     * @param detail what Elasticsearch or the document store said; holds no text of the document
     */
    record Rejected(String reason, String detail) implements IndexOutcome {}
}
