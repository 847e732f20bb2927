package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.json.JsonData;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only reader of the index.
 *
 * <p>Every method throws {@link ElasticsearchUnavailable} where Elasticsearch does not answer in
 * time.
 */
@Component
public class DocumentSearch {

    /** Most citing documents that one answer lists. */
    public static final int MAX_CITED_BY = 500;

    private static final List<String> HIT_FIELDS =
            List.of("id", "title", "documentType", "source", "published", "url", "themeStrength");

    private static final ZoneId DUTCH_DAY = ZoneId.of("Europe/Amsterdam");

    private final Archive archive;
    private final Citations citations;
    private final DocumentStore store;

    DocumentSearch(Archive archive, Citations citations, DocumentStore store) {
        this.archive = archive;
        this.citations = citations;
        this.store = store;
    }

    public SearchPage search(SearchQuery query) {
        Criteria criteria = Criteria.of(query);
        Query matching = matching(criteria);
        List<String> fields = new ArrayList<>(HIT_FIELDS);
        criteria.typed().ifPresent(c -> fields.add("citations"));
        // Elasticsearch counts in int: whatever lies beyond holds no document.
        long from = (query.page() - 1L) * query.size();
        boolean beyond = from + query.size() > Integer.MAX_VALUE;
        SearchResponse<IndexedDocument> found =
                archive.search(s ->
                        s.query(matching)
                                .from(beyond ? 0 : (int) from)
                                .size(beyond ? 0 : query.size())
                                .trackTotalHits(t -> t.enabled(true))
                                .trackScores(true)
                                .sort(order(query.sort()))
                                .source(f -> f.filter(i -> i.includes(fields)))
                                .aggregations(Facets.wanted()));
        long total = total(found);
        return new SearchPage(
                total,
                found.took(),
                query.page(),
                query.size(),
                found.hits().hits().stream().map(h -> hit(h, criteria)).toList(),
                Facets.of(found.aggregations()),
                total > 0 || criteria.text().isEmpty()
                        ? null
                        : Suggestions.of(query.q(), archive).orElse(null));
    }

    /**
     * What a subscription would have told in the last 13 weeks.
     *
     * @param minStrength null for every strength
     */
    public FollowPreview preview(Follow follow, @Nullable Strength minStrength) {
        return FollowPreviews.of(archive, follow, minStrength, LocalDate.now(DUTCH_DAY));
    }

    private static Query matching(Criteria criteria) {
        return Snippets.places(criteria.text())
                .map(p -> Query.of(q -> q.bool(b -> b.must(criteria.matching()).should(p))))
                .orElseGet(criteria::matching);
    }

    private static List<SortOptions> order(SearchQuery.Sort sort) {
        SortOptions newest = by("sortDate", SortOrder.Desc);
        SortOptions id = by("id", SortOrder.Asc);
        return switch (sort) {
            case RELEVANCE ->
                    List.of(SortOptions.of(s -> s.score(c -> c.order(SortOrder.Desc))), newest, id);
            case NEWEST -> List.of(newest, id);
            case OLDEST -> List.of(by("sortDate", SortOrder.Asc), id);
        };
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(FieldSort.of(f -> f.field(field).order(order))));
    }

    private static SearchPage.Hit hit(Hit<IndexedDocument> hit, Criteria criteria) {
        IndexedDocument d = Objects.requireNonNull(hit.source());
        @Nullable Double score = hit.score();
        return new SearchPage.Hit(
                d.id(),
                d.title(),
                d.documentType(),
                d.source(),
                d.published(),
                d.url(),
                score == null ? 0 : score,
                d.themeStrength().stream().map(DocumentSearch::theme).toList(),
                Snippets.of(hit, criteria.typed()));
    }

    private static SearchPage.Theme theme(String themeStrength) {
        int mark = themeStrength.lastIndexOf(IndexedDocument.STRENGTH_MARK);
        String strength = themeStrength.substring(mark + 1);
        for (Strength s : Strength.values()) {
            if (s.toString().equals(strength)) {
                return new SearchPage.Theme(themeStrength.substring(0, mark), s);
            }
        }
        throw new IllegalStateException("no strength: " + strength);
    }

    static long total(SearchResponse<?> found) {
        @Nullable TotalHits total = found.hits().total();
        return total == null ? 0 : total.value();
    }

    public Optional<DocumentView> document(String id) {
        return find(id).map(this::view);
    }

    private DocumentView view(IndexedDocument d) {
        Set<String> cited =
                Objects.requireNonNullElse(d.citations(), List.<Citation>of()).stream()
                        .map(c -> Citation.key(c.canonical()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return DocumentViews.of(
                d,
                Family.of(archive, d),
                citations.held(cited),
                citations.citing(d.ownIds(), d.id()));
    }

    /** The text of a document exactly as it was extracted. */
    public Optional<String> text(String id) {
        GetResponse<IndexedDocument> found = archive.get(id, g -> g.storedFields("text"));
        if (!found.found()) {
            return Optional.empty();
        }
        @Nullable JsonData chunks = found.fields().get("text");
        if (chunks == null) {
            return Optional.of("");
        }
        return Optional.of(
                chunks.toJson().asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.joining()));
    }

    /** The original bytes; empty also where the document store does not hold them. */
    public Optional<Original> original(String id) {
        return find(id).flatMap(d -> original(Objects.requireNonNull(d.detail()).document()));
    }

    private Optional<Original> original(DocumentExtracted document) {
        BlobRef ref = BlobRef.original(document.contentHash());
        if (!store.holds(ref)) {
            return Optional.empty();
        }
        try {
            String mediaType = document.extraction().mediaType();
            return Optional.of(
                    new Original(
                            FileNames.of(document.id(), mediaType),
                            mediaType,
                            store.size(ref),
                            () -> store.open(ref)));
        } catch (IOException e) {
            throw new UncheckedIOException("document store cannot be read", e);
        }
    }

    /**
     * What cites a document, by its canonical form, else by its reference in any spelling; the
     * document need not be held.
     */
    public ReferenceView reference(String written) {
        ReferenceView exact = canonical(written);
        if (exact.document() != null || exact.citedByTotal() > 0) {
            return exact;
        }
        return TypedReference.in(written)
                .filter(typed -> !typed.equals(written))
                .map(this::canonical)
                .orElse(exact);
    }

    private ReferenceView canonical(String canonical) {
        String key = Citation.key(canonical);
        Map<String, String> held = citations.held(List.of(key));
        Optional<IndexedDocument> document = Optional.ofNullable(held.get(key)).flatMap(this::find);
        Citations.Citing citing = citations.citing(List.of(key), held.getOrDefault(key, ""));
        return DocumentViews.reference(canonical, document, citing);
    }

    private Optional<IndexedDocument> find(String id) {
        return Optional.ofNullable(archive.get(id, g -> g.sourceExcludes("chunks")).source());
    }
}
