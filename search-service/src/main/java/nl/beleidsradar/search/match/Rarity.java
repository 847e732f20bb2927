package nl.beleidsradar.search.match;

import org.apache.lucene.monitor.TermWeightor;

/**
 * By which of its terms a query that needs several is looked up: the one that fewest documents
 * have. A number before a long word, a long word before a short one, and the kind of document last.
 */
final class Rarity {

    private static final double NUMBER = 5;

    /** Below every word, of which the shortest weighs 1. */
    private static final double KIND = 0.5;

    static final TermWeightor OF_TERM =
            term ->
                    switch (term.field()) {
                        case Fields.OWN_IDS, Fields.CITES, Fields.DOSSIER, Fields.CITED_DOSSIER ->
                                NUMBER;
                        case Fields.SOURCE,
                                Fields.TYPE,
                                Fields.STRENGTH,
                                Fields.THEME,
                                Fields.THEME_STRENGTH ->
                                KIND;
                        default -> TermWeightor.DEFAULT.applyAsDouble(term);
                    };

    private Rarity() {}
}
