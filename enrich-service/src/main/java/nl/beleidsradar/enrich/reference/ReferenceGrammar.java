package nl.beleidsradar.enrich.reference;

import java.util.List;

/** Knows how one family of documents is cited. */
interface ReferenceGrammar {

    String family();

    /** Finds every citation of the family and takes its span, so that no later grammar sees it. */
    List<Mention> find(SearchedText text);
}
