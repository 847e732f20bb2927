package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;

/**
 * Searches a normalised text with every grammar in turn; a span that one took is closed to the
 * next.
 */
record GrammarSearch(List<? extends ReferenceGrammar> grammars) {

    GrammarSearch {
        grammars = List.copyOf(grammars);
    }

    /** Every citation, by where it starts. */
    List<Mention> mentions(String normalised, Place place) {
        return tried(normalised, place).stream().filter(m -> !m.targets().isEmpty()).toList();
    }

    /** Every citation and look-alike. */
    List<Mention> tried(String normalised, Place place) {
        SearchedText text = new SearchedText(normalised, place);
        List<Mention> found = new ArrayList<>();
        for (ReferenceGrammar grammar : grammars) {
            for (Mention mention : grammar.find(text)) {
                found.add(mention);
                if (place != Place.ADDRESS && isAddress(mention)) {
                    found.addAll(inAddress(normalised, mention));
                }
            }
        }
        found.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        return found;
    }

    /** The ids inside a web address are citations beside the address itself. */
    private List<Mention> inAddress(String normalised, Mention address) {
        String inner = normalised.substring(address.start(), address.end());
        return mentions(inner, Place.ADDRESS).stream()
                .map(mention -> mention.movedBy(address.start()))
                .toList();
    }

    private static boolean isAddress(Mention mention) {
        return mention.targets().stream().anyMatch(target -> target.kind() == ReferenceKind.URL);
    }
}
