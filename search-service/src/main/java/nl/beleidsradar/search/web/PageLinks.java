package nl.beleidsradar.search.web;

import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.index.Dossier;
import org.jspecify.annotations.Nullable;

/** The addresses of pages, for templates. */
record PageLinks() {

    public String document(String id) {
        return Links.document(id);
    }

    /** The cited document itself where it is held, else the page about it. */
    public String cited(Reference reference) {
        if (reference.kind() == ReferenceKind.DOSSIER) {
            return dossier(reference.canonical());
        }
        return reference.documentId() == null
                ? Links.reference(reference.canonical())
                : Links.document(reference.documentId());
    }

    /** The page of a dossier, by its number in any spelling. */
    public String dossier(String written) {
        return Links.dossier(Dossier.normal(written));
    }

    public String theme(String id) {
        return Links.theme(id);
    }

    public @Nullable String external(@Nullable String url) {
        return Links.external(url);
    }
}
