package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.util.NamedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of the values that the found documents have, as Elasticsearch aggregations. */
final class Facets {

    /** Values counted per facet; themes, sources, types and years have fewer by far. */
    private static final int VALUES = 100;

    private Facets() {}

    static Map<String, Aggregation> wanted() {
        Map<String, Aggregation> wanted = new LinkedHashMap<>();
        wanted.put("theme", byCount("theme"));
        wanted.put("source", byCount("source"));
        wanted.put("type", byCount("documentType"));
        wanted.put(
                "year",
                Aggregation.of(a ->
                        a.terms(t ->
                                t.field("year")
                                        .size(VALUES)
                                        .order(NamedValue.of("_key", SortOrder.Desc)))));
        wanted.put("dossier", byCount("dossier"));
        return wanted;
    }

    private static Aggregation byCount(String field) {
        return Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES)));
    }

    static SearchPage.Facets of(Map<String, Aggregate> counted) {
        return new SearchPage.Facets(
                buckets(counted, "theme"),
                buckets(counted, "source"),
                buckets(counted, "type"),
                buckets(counted, "year"),
                buckets(counted, "dossier"));
    }

    private static List<SearchPage.Bucket> buckets(Map<String, Aggregate> counted, String name) {
        Aggregate aggregate = counted.get(name);
        // A field that no document has yet has no type either.
        return aggregate == null || !aggregate.isSterms()
                ? List.of()
                : aggregate.sterms().buckets().array().stream()
                        .map(b -> new SearchPage.Bucket(b.key().stringValue(), b.docCount()))
                        .toList();
    }
}
