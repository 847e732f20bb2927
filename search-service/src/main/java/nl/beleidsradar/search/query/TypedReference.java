package nl.beleidsradar.search.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.enrich.reference.CitingDocument;
import nl.beleidsradar.enrich.reference.ReferenceFinder;

/** Recognises a text that a person typed as a reference to one document, spelled any way. */
public final class TypedReference {

    private static final ReferenceFinder FINDER = ReferenceFinder.standard();

    /** The number of an act of the European Union, which begins like that of a dossier. */
    private static final Pattern CELEX = Pattern.compile("\\d{5}[A-Z]{1,2}\\d{4}");

    private TypedReference() {}

    /** The canonical form, where the whole text is one reference. */
    public static Optional<String> in(String text) {
        return CELEX.matcher(text).matches() ? Optional.of(text) : FINDER.canonicalOf(text);
    }

    /** What a canonical form by itself tells: the kind, and where the document is published. */
    static Optional<Reference> read(String canonical) {
        var text = new CitingDocument(null, "", canonical, List.of(), null, Map.of());
        return FINDER.find(text).stream().filter(r -> r.canonical().equals(canonical)).findFirst();
    }
}
