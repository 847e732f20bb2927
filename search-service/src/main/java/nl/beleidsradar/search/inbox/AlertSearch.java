package nl.beleidsradar.search.inbox;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.beleidsradar.search.index.ElasticsearchCall;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The only reader of the alerts that were listed.
 *
 * <p>Every method throws {@link ElasticsearchUnavailable} where Elasticsearch does not answer in
 * time.
 */
@Component
public class AlertSearch {

    private final ElasticsearchClient client;

    AlertSearch(@Qualifier("readClient") ElasticsearchClient client) {
        this.client = client;
    }

    /** A page of alerts, the newest first; any number of pages, each in the same order. */
    public AlertPage list(AlertQuery query) {
        SearchResponse<IndexedAlert> found =
                search(s -> {
                    s.query(matching(query))
                            .size(query.size() + 1)
                            .trackTotalHits(t -> t.enabled(true))
                            .sort(newest());
                    @Nullable String after = query.after();
                    if (after != null) {
                        Cursor cursor = Cursor.parse(after);
                        s.searchAfter(FieldValue.of(cursor.raised()), FieldValue.of(cursor.id()));
                    }
                    return s;
                });
        List<Alert> alerts = alerts(found.hits().hits());
        boolean more = alerts.size() > query.size();
        List<Alert> items = more ? alerts.subList(0, query.size()) : alerts;
        return new AlertPage(items, total(found), more ? after(items.getLast()) : null);
    }

    /** One alert of a person, silent or not. */
    public Optional<Alert> find(String owner, String id) {
        return alerts(
                        search(s ->
                                        s.query(q ->
                                                q.bool(b ->
                                                        b.filter(is("owner", owner))
                                                                .filter(is("id", id)))))
                                .hits()
                                .hits())
                .stream()
                .findFirst();
    }

    /**
     * What only repeated these alerts, by the alert that told it first; without those that nothing
     * repeated.
     *
     * @param alertIds at most as many as fit on a page
     */
    public Map<String, Echoes> echoes(Collection<String> alertIds) {
        if (alertIds.isEmpty()) {
            return Map.of();
        }
        List<FieldValue> ids = alertIds.stream().map(FieldValue::of).toList();
        SearchResponse<IndexedAlert> found =
                search(s ->
                        s.query(q -> q.terms(t -> t.field("echoOf").terms(v -> v.value(ids))))
                                .size(0)
                                .aggregations("of", repeated(alertIds)));
        Map<String, Echoes> echoes = new LinkedHashMap<>();
        for (StringTermsBucket first :
                Objects.requireNonNull(found.aggregations().get("of")).sterms().buckets().array()) {
            List<Alert> newest = new ArrayList<>();
            for (var hit :
                    Objects.requireNonNull(first.aggregations().get("newest"))
                            .topHits()
                            .hits()
                            .hits()) {
                newest.add(Objects.requireNonNull(hit.source()).to(IndexedAlert.class).toAlert());
            }
            echoes.put(first.key().stringValue(), new Echoes(first.docCount(), newest));
        }
        return echoes;
    }

    private static Aggregation repeated(Collection<String> ids) {
        return Aggregation.of(a ->
                a.terms(t ->
                                t.field("echoOf")
                                        .include(i -> i.terms(List.copyOf(ids)))
                                        .size(Math.max(1, ids.size())))
                        .aggregations(
                                "newest",
                                n -> n.topHits(h -> h.size(Echoes.SHOWN).sort(newest()))));
    }

    /** How many alerts of a person were raised since a moment. */
    public AlertCounts count(String owner, Instant since) {
        Query recent =
                Query.of(q ->
                        q.bool(b ->
                                b.filter(is("owner", owner))
                                        .filter(r ->
                                                r.range(n ->
                                                        n.number(v ->
                                                                v.field("raised")
                                                                        .gte(
                                                                                (double)
                                                                                        since
                                                                                                .toEpochMilli()))))));
        SearchResponse<IndexedAlert> found =
                search(s ->
                        s.query(recent)
                                .size(0)
                                .trackTotalHits(t -> t.enabled(true))
                                .aggregations("silent", a -> a.filter(is("silent", true)))
                                .aggregations("late", a -> a.filter(is("late", true))));
        long silent =
                Objects.requireNonNull(found.aggregations().get("silent")).filter().docCount();
        long late = Objects.requireNonNull(found.aggregations().get("late")).filter().docCount();
        return new AlertCounts(total(found) - silent, silent, late);
    }

    private static Query matching(AlertQuery query) {
        return Query.of(q ->
                q.bool(b -> {
                    b.filter(is("owner", query.owner()));
                    if (query.subscription() != null) {
                        b.filter(is("subscriptions", query.subscription()));
                    }
                    if (query.document() != null) {
                        b.filter(is("document", query.document()));
                    }
                    if (!query.silent()) {
                        b.filter(is("silent", false));
                    }
                    if (query.late()) {
                        b.filter(is("late", true));
                    }
                    return b;
                }));
    }

    private static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query is(String field, boolean value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static List<SortOptions> newest() {
        return List.of(by("raised", SortOrder.Desc), by("id", SortOrder.Asc));
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(FieldSort.of(f -> f.field(field).order(order))));
    }

    private SearchResponse<IndexedAlert> search(UnaryOperator<SearchRequest.Builder> request) {
        return ElasticsearchCall.answer(() ->
                client.search(
                        b ->
                                request.apply(
                                        b.index(AlertIndex.ALIAS).allowPartialSearchResults(false)),
                        IndexedAlert.class));
    }

    private static List<Alert> alerts(List<Hit<IndexedAlert>> hits) {
        return hits.stream().map(h -> Objects.requireNonNull(h.source()).toAlert()).toList();
    }

    private static long total(SearchResponse<?> found) {
        @Nullable TotalHits total = found.hits().total();
        return total == null ? 0 : total.value();
    }

    private static String after(Alert last) {
        return new Cursor(last.raised().raised().toEpochMilli(), last.raised().id()).toString();
    }
}
