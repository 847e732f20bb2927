package nl.beleidsradar.enrich.reference;

import java.util.List;

/** A family of citations that is data: its patterns are tried in order. */
record PatternGrammar(String family, List<CitationPattern> patterns) {

    PatternGrammar {
        patterns = List.copyOf(patterns);
    }
}
