package nl.beleidsradar.enrich.reference;

import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/** Reads the name of a treaty, with the abbreviation in brackets that may follow it. */
record TreatyNameReader(LegalNames names) implements MatchReader {

    private static final List<String> GOES_ON =
            List.of("van", "inzake", "betreffende", "over", "tussen", "tot", "met", "ter", "uit");

    @Override
    public @Nullable Reading read(Match match) {
        NameTrie.Hit hit = names.treaty(match.text(), match.start());
        if (hit == null || hit.name().id() == null || isOpening(match.text(), hit)) {
            return null;
        }
        int end = Abbreviation.end(match.text(), hit.end());
        return new Reading(
                match.start(), end, List.of(new Target(ReferenceKind.VERDRAG, hit.name().id())));
    }

    /** "de Verdragen van Genève": a name that begins with an article says no more of what it is. */
    private static boolean isOpening(CharSequence text, NameTrie.Hit hit) {
        if (!hit.name().name().startsWith("de ")) {
            return false;
        }
        Cursor cursor = new Cursor(text, hit.end());
        cursor.space();
        return cursor.word(GOES_ON) != null;
    }
}
