package nl.beleidsradar.search.match;

import org.jspecify.annotations.Nullable;

/**
 * One sentence of the document, whatever it is a mention of.
 *
 * @param page counted from 1; null where the document has no pages
 * @param standing whether the document's previous version already said so
 * @param procedural whether it is letterhead, agenda or address
 */
record Said(
        String fingerprint,
        String passage,
        @Nullable Integer page,
        boolean standing,
        boolean procedural) {}
