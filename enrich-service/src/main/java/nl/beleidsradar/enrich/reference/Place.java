package nl.beleidsradar.enrich.reference;

/**
 * Where a pattern applies: titles have forms of their own, and so have ids inside an address and in
 * the lines that return on every page.
 */
enum Place {
    TEXT,
    TITLE,
    ADDRESS,
    RUNNING_HEAD
}
