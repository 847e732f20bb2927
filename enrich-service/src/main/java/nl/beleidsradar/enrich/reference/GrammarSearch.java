package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;

/**
 * Searches a normalised text with every pattern in turn, where one of its literals stands; a span
 * that one took is closed to the next.
 */
final class GrammarSearch {

    private static final Comparator<Mention> BY_PLACE =
            Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end);

    private final List<CitationPattern> patterns;
    private final PatternLiterals literals;

    GrammarSearch(List<PatternGrammar> grammars) {
        this.patterns = grammars.stream().flatMap(g -> g.patterns().stream()).toList();
        this.literals = new PatternLiterals(patterns);
    }

    /** Every citation, by where it starts. */
    List<Mention> mentions(String normalised, Place place) {
        return mentions(new SearchedText(normalised, place));
    }

    /** Every citation, by where it starts; the text is used up. */
    List<Mention> mentions(SearchedText text) {
        List<Mention> tried = tried(text);
        tried.removeIf(mention -> mention.targets().isEmpty());
        return tried;
    }

    /** Every citation and look-alike. */
    List<Mention> tried(String normalised, Place place) {
        return tried(new SearchedText(normalised, place));
    }

    private List<Mention> tried(SearchedText text) {
        List<Mention> found = new ArrayList<>();
        if (text.isEmpty()) {
            return found;
        }
        Place place = text.place();
        Candidates candidates = text.candidates(literals);
        Starts dossierNumbers = text.dossierNumbers();
        for (int i = 0; i < patterns.size(); i++) {
            CitationPattern pattern = patterns.get(i);
            Starts starts = pattern.nearDossierNumber() ? dossierNumbers : candidates.of(i);
            if (starts.size() > 0 && pattern.places().contains(place)) {
                for (Mention mention : new PatternSearch(pattern, text).at(starts)) {
                    found.add(mention);
                    if (place != Place.ADDRESS && isAddress(mention)) {
                        found.addAll(inAddress(mention));
                    }
                }
            }
        }
        found.sort(BY_PLACE);
        return found;
    }

    /** The ids inside a web address are citations beside the address itself. */
    private List<Mention> inAddress(Mention address) {
        String inner = address.targets().getFirst().canonical();
        boolean broken = inner.length() != address.end() - address.start();
        return mentions(inner, Place.ADDRESS).stream()
                .map(mention -> broken ? mention.at(address) : mention.movedBy(address.start()))
                .toList();
    }

    private static boolean isAddress(Mention mention) {
        return !mention.targets().isEmpty()
                && mention.targets().getFirst().kind() == ReferenceKind.URL;
    }
}
