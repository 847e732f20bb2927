package nl.beleidsradar.enrich.theme;

/**
 * A stretch of text without a paragraph break.
 *
 * @param start first UTF-16 unit, not white space
 * @param end one past the last, not white space
 */
record Paragraph(int start, int end, Kind kind) {

    enum Kind {
        BODY,
        HEADING,
        /** A line that returns page after page: read once, and no part of the text's structure. */
        RUNNING
    }

    int length() {
        return end - start;
    }
}
