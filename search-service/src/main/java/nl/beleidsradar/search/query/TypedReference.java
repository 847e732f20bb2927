package nl.beleidsradar.search.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.enrich.reference.CitingDocument;
import nl.beleidsradar.enrich.reference.ReferenceFinder;

/** Recognises a text that a person typed as a reference to one document, spelled any way. */
public final class TypedReference {

    private static final ReferenceFinder FINDER = ReferenceFinder.standard();

    private TypedReference() {}

    /** The canonical form, where the whole text is one reference. */
    public static Optional<String> in(String text) {
        return FINDER.canonicalOf(text);
    }

    /** What a canonical form by itself tells: the kind, and where the document is published. */
    static Optional<Reference> read(String canonical) {
        var text = new CitingDocument(null, "", canonical, List.of(), null, Map.of());
        return FINDER.find(text).stream().filter(r -> r.canonical().equals(canonical)).findFirst();
    }
}
