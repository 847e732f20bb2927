package nl.beleidsradar.quality;

/**
 * A text to be analysed.
 *
 * @param id unique over all sets; not the document's own number, which is to be read in the text
 */
record Document(String id, String title, String text) {}
