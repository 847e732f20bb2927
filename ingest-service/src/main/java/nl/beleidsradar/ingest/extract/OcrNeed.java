package nl.beleidsradar.ingest.extract;

/** How much of a document must be read from pictures of its pages. */
public enum OcrNeed {
    /** Nothing: there is text, or there are no pages. */
    NOTHING,
    /** The pages that have no text. */
    PAGES,
    /** Every page: what text there is cannot be read. */
    WHOLE
}
