package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a search is about, as an Elasticsearch query.
 *
 * @param typed the document that the whole query text is a reference to, if it is one
 */
record Criteria(SearchQuery query, QueryText text, Optional<String> typed) {

    /** A document found by its own number comes first, one that cites it next. */
    private static final float ITSELF = 1000;

    private static final float CITES_IT = 100;

    static Criteria of(SearchQuery query) {
        return new Criteria(query, QueryText.parse(query.q()), TypedReference.in(query.q()));
    }

    Query matching() {
        return Query.of(q ->
                q.bool(b -> {
                    if (!text.isEmpty()) {
                        b.must(wanted());
                    }
                    filter(b);
                    return b;
                }));
    }

    private Query wanted() {
        Query words = TextMatch.DOCUMENT.all(text);
        if (typed.isEmpty()) {
            return words;
        }
        List<String> key = List.of(Citation.key(typed.get()));
        List<String> dossier = List.of(Dossier.normal(typed.get()));
        return Query.of(q ->
                q.bool(b ->
                        b.should(words)
                                .should(boosted(anyOf("ownIds", key), ITSELF))
                                .should(boosted(anyOf("dossier", dossier), ITSELF))
                                .should(boosted(anyOf("cites", key), CITES_IT))
                                .minimumShouldMatch("1")));
    }

    private void filter(BoolQuery.Builder b) {
        @Nullable String theme = query.theme();
        if (query.strength() != null) {
            String strength = query.strength().toString();
            b.filter(
                    theme == null
                            ? is("strength", strength)
                            : is(
                                    "themeStrength",
                                    theme + IndexedDocument.STRENGTH_MARK + strength));
        } else if (theme != null) {
            b.filter(is("theme", theme));
        }
        filter(b, "source", query.source());
        if (query.source() == null) {
            b.mustNot(is("source", Events.PROBE_SOURCE));
        }
        filter(b, "documentType", query.type());
        filter(b, "dossier", query.dossier());
        @Nullable String reference = query.reference();
        if (reference != null) {
            // A canonical form may read like a spelling of something else: both count.
            Stream<String> meant =
                    Stream.concat(Stream.of(reference), TypedReference.in(reference).stream());
            b.filter(anyOf("cites", meant.map(Citation::key).distinct().toList()));
        }
        @Nullable LocalDate from = query.from();
        @Nullable LocalDate to = query.to();
        if (from != null || to != null) {
            b.filter(f ->
                    f.range(r ->
                            r.date(d -> {
                                d.field("sortDate");
                                if (from != null) {
                                    d.gte(from.toString());
                                }
                                if (to != null) {
                                    d.lte(to.toString());
                                }
                                return d;
                            })));
        }
    }

    private static void filter(BoolQuery.Builder b, String field, @Nullable String value) {
        if (value != null) {
            b.filter(is(field, value));
        }
    }

    static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    static Query anyOf(String field, Collection<String> values) {
        List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
    }

    private static Query boosted(Query query, float boost) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(boost)));
    }
}
