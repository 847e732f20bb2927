package nl.beleidsradar.enrich.reference;

import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/** Reads the name of a treaty, with the abbreviation in brackets that may follow it. */
record TreatyNameReader(LegalNames names) implements MatchReader {

    @Override
    public @Nullable Reading read(Match match) {
        NameTrie.Hit hit = names.treaty(match.text(), match.start());
        if (hit == null || hit.name().id() == null) {
            return null;
        }
        int end = Abbreviation.end(match.text(), hit.end());
        return new Reading(
                match.start(), end, List.of(new Target(ReferenceKind.VERDRAG, hit.name().id())));
    }
}
