package nl.beleidsradar.enrich.reference;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import nl.beleidsradar.contract.Reference.Role;

/**
 * One way to write a citation.
 *
 * @param name {@code family/pattern}
 * @param match the expression; its group {@code span}, where it has one, is the citation and the
 *     rest is context
 * @param literals lower case; a text without any of them cannot match
 * @param nearDossierNumber whether the number itself stands for a literal
 * @param places where it applies
 * @param reader turns a match into the documents that are cited
 */
record CitationPattern(
        String name,
        Pattern match,
        List<String> literals,
        boolean nearDossierNumber,
        Set<Place> places,
        MatchReader reader,
        Role role) {

    List<Span> windows(SearchedText text) {
        return nearDossierNumber ? text.aroundDossierNumbers() : text.around(literals);
    }
}
