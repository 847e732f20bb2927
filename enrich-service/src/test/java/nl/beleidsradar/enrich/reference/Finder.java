package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Reference;

/** The packaged grammars on plain texts, for tests. */
final class Finder {

    static final ReferenceFinder STANDARD = ReferenceFinder.standard();

    private Finder() {}

    static List<Reference> in(String text) {
        return STANDARD.find(document("", text));
    }

    static List<Reference> inTitle(String title) {
        return STANDARD.find(document(title, ""));
    }

    static List<String> canonicals(String text) {
        return in(text).stream().map(Reference::canonical).toList();
    }

    static CitingDocument document(String title, String text) {
        return new CitingDocument(null, title, text, List.of(), null, Map.of());
    }

    static CitingDocument document(
            String id, String title, String text, Map<String, List<String>> metadata) {
        return new CitingDocument(id, title, text, List.of(), null, metadata);
    }
}
