package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who cites whom: reads the archive in both directions. Keys are those of {@link Citation}. */
@Component
class Citations {

    /** Most keys or documents in one request; Elasticsearch takes 65,536 terms. */
    private static final int BATCH = 1_000;

    private final Archive archive;

    Citations(Archive archive) {
        this.archive = archive;
    }

    /**
     * @param total number of citing documents
     * @param documents newest first, at most {@link DocumentSearch#MAX_CITED_BY} documents
     * @param kindAndUrl how the first of them cites it; null where none does
     */
    record Citing(long total, List<CitedBy> documents, @Nullable Citation kindAndUrl) {}

    /** The documents that cite any of the keys, except the one with the given id. */
    Citing citing(Collection<String> keys, String except) {
        if (keys.isEmpty()) {
            return new Citing(0, List.of(), null);
        }
        Query cites =
                Query.of(q ->
                        q.bool(b ->
                                b.filter(Criteria.anyOf("cites", keys))
                                        .mustNot(Criteria.is("id", except))));
        SearchResponse<IndexedDocument> found =
                archive.search(s ->
                        s.query(cites)
                                .size(DocumentSearch.MAX_CITED_BY)
                                .trackTotalHits(t -> t.enabled(true))
                                .sort(o -> o.field(f -> f.field("sortDate").order(SortOrder.Desc)))
                                .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc)))
                                .source(f ->
                                        f.filter(i ->
                                                i.includes(
                                                        "id", "title", "published", "citations"))));
        List<CitedBy> documents = new ArrayList<>();
        @Nullable Citation first = null;
        for (IndexedDocument document : sources(found)) {
            for (Citation c :
                    Objects.requireNonNullElse(document.citations(), List.<Citation>of())) {
                if (keys.contains(Citation.key(c.canonical()))) {
                    first = first == null ? c : first;
                    documents.add(
                            new CitedBy(
                                    document.id(),
                                    document.title(),
                                    document.published(),
                                    c.passage(),
                                    c.role()));
                }
            }
        }
        long total = DocumentSearch.total(found);
        return new Citing(total, documents.stream().distinct().toList(), first);
    }

    /** The ids of the documents that the archive holds, by key; of copies, the lowest id. */
    Map<String, String> held(Collection<String> keys) {
        Map<String, String> held = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
            SearchResponse<IndexedDocument> found =
                    archive.search(s ->
                            s.query(Criteria.anyOf("ownIds", some))
                                    .size(10 * BATCH)
                                    .sort(o -> o.field(f -> f.field("id").order(SortOrder.Asc)))
                                    .source(f -> f.filter(i -> i.includes("id", "ownIds"))));
            for (IndexedDocument document : sources(found)) {
                document.ownIds().forEach(key -> held.putIfAbsent(key, document.id()));
            }
        }
        return held;
    }

    private static List<IndexedDocument> sources(SearchResponse<IndexedDocument> found) {
        return found.hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
