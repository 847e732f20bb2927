package nl.beleidsradar.search.query;

import java.util.Optional;

/** Recognises a query that is a reference to one document, spelled any way. */
final class TypedReference {

    private TypedReference() {}

    /** The canonical form, where the whole text is one reference. */
    static Optional<String> in(String text) {
        return Optional.empty();
    }
}
