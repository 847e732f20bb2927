package nl.beleidsradar.enrich.reference;

/** A stretch of a text: first UTF-16 unit and one past the last. */
record Span(int start, int end) {}
