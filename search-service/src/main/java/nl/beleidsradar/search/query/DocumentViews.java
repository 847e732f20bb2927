package nl.beleidsradar.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;

/** Puts together what the archive knows of one document or reference. */
final class DocumentViews {

    private DocumentViews() {}

    static DocumentView of(
            IndexedDocument indexed,
            Family family,
            Map<String, String> held,
            Citations.Citing citing) {
        DocumentEnriched event = Objects.requireNonNull(indexed.detail());
        DocumentExtracted d = event.document();
        List<DocumentView.Version> versions = new ArrayList<>();
        d.previous()
                .forEach(p ->
                        versions.add(new DocumentView.Version(p.contentHash(), p.retrieved())));
        versions.add(new DocumentView.Version(d.contentHash(), d.retrieved()));
        return new DocumentView(
                d.id(),
                family.name(),
                indexed.dossier(),
                versions,
                family.others().stream().map(Copy::id).toList(),
                family.others(),
                family.earliest(),
                d.title(),
                d.documentType(),
                d.source(),
                d.sourceUrl(),
                d.published(),
                d.retrieved(),
                d.language(),
                d.pages(),
                d.metadata(),
                d.parentId(),
                event.themes(),
                event.references().stream().map(r -> resolved(r, held)).toList(),
                citing.documents(),
                citing.total(),
                d.extraction());
    }

    private static Reference resolved(Reference r, Map<String, String> held) {
        @Nullable String id = held.get(Citation.key(r.canonical()));
        return id == null || r.role() == Reference.Role.SELF
                ? r
                : new Reference(
                        r.kind(),
                        r.canonical(),
                        r.text(),
                        r.start(),
                        r.end(),
                        r.page(),
                        r.role(),
                        r.url(),
                        id,
                        r.in());
    }

    static ReferenceView reference(
            String canonical, Optional<IndexedDocument> document, Citations.Citing citing) {
        Optional<Reference> self = document.flatMap(d -> self(d, canonical));
        Optional<Citation> cited = Optional.ofNullable(citing.kindAndUrl());
        Optional<Reference> read = TypedReference.read(canonical);
        @Nullable ReferenceKind kind =
                self.or(() -> read)
                        .map(Reference::kind)
                        .or(() -> cited.map(Citation::kind))
                        .orElse(null);
        @Nullable String url =
                Stream.of(
                                self.map(Reference::url),
                                cited.map(Citation::url),
                                read.map(Reference::url))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        return new ReferenceView(
                canonical,
                kind,
                url,
                document.map(DocumentViews::held).orElse(null),
                citing.documents(),
                citing.total());
    }

    private static Optional<Reference> self(IndexedDocument document, String canonical) {
        return Objects.requireNonNull(document.detail()).references().stream()
                .filter(r -> r.role() == Reference.Role.SELF)
                .filter(r -> Citation.key(r.canonical()).equals(Citation.key(canonical)))
                .findFirst();
    }

    private static ReferenceView.Held held(IndexedDocument d) {
        return new ReferenceView.Held(
                d.id(), d.title(), d.documentType(), d.source(), d.published(), d.url());
    }
}
