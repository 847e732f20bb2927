package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Set;
import nl.beleidsradar.contract.Reference.Role;

/**
 * One way to write a citation.
 *
 * @param name {@code family/pattern}
 * @param match the expression; its group {@code span}, where it has one, is the citation and the
 *     rest is context
 * @param literals lower case; the match begins at one of them, or at most {@code reach} before it
 * @param nearDossierNumber whether the match begins at a dossier number instead
 * @param reach how many characters the match may begin before the literal
 * @param places where it applies
 * @param reader turns a match into the documents that are cited
 */
record CitationPattern(
        String name,
        Expression match,
        List<String> literals,
        boolean nearDossierNumber,
        int reach,
        Set<Place> places,
        MatchReader reader,
        Role role) {

    CitationPattern {
        literals = List.copyOf(literals);
        places = Set.copyOf(places);
    }
}
