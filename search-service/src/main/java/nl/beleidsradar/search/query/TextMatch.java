package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import java.util.List;

/**
 * Terms as Elasticsearch queries over a set of text fields, each of which has a subfield {@code
 * exact}: lower case and without accents, but not stemmed.
 *
 * @param fields field name and, where wanted, {@code ^boost}
 */
record TextMatch(List<String> fields) {

    /** Whole documents. */
    static final TextMatch DOCUMENT = new TextMatch(List.of("title^3", "text"));

    /** One chunk, to show the place. */
    static final TextMatch CHUNK = new TextMatch(List.of("chunks.text"));

    Query all(QueryText q) {
        return Query.of(b ->
                b.bool(bool -> {
                    for (QueryText.Clause clause : q.clauses()) {
                        Query any = any(clause.alternatives(), !clause.negated());
                        if (clause.negated()) {
                            bool.mustNot(any);
                        } else {
                            bool.must(any);
                        }
                    }
                    return bool;
                }));
    }

    /** One of the terms. A term without anything to search for is always there, if so asked. */
    Query any(List<Term> terms, boolean emptyMatches) {
        List<Query> each = terms.stream().map(t -> one(t, emptyMatches)).toList();
        return each.size() == 1
                ? each.getFirst()
                : Query.of(q -> q.bool(b -> b.should(each).minimumShouldMatch("1")));
    }

    private Query one(Term term, boolean emptyMatches) {
        return switch (term) {
            // A phrase, because a word as typed may hold several: "covid-19".
            case Term.Word(String text) -> phrase(fields, text, emptyMatches);
            case Term.Phrase(String text) -> phrase(exact(), text, emptyMatches);
            case Term.Prefix prefix -> prefix(prefix.folded());
        };
    }

    private static Query phrase(List<String> fields, String text, boolean emptyMatches) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(text)
                                .fields(fields)
                                .type(TextQueryType.Phrase)
                                .zeroTermsQuery(
                                        emptyMatches ? ZeroTermsQuery.All : ZeroTermsQuery.None)));
    }

    private Query prefix(String folded) {
        List<Query> each =
                exact().stream()
                        .map(f -> Query.of(q -> q.prefix(p -> p.field(name(f)).value(folded))))
                        .toList();
        return Query.of(q -> q.bool(b -> b.should(each).minimumShouldMatch("1")));
    }

    private List<String> exact() {
        return fields.stream().map(f -> f.replace(name(f), name(f) + ".exact")).toList();
    }

    private static String name(String field) {
        int boost = field.indexOf('^');
        return boost < 0 ? field : field.substring(0, boost);
    }
}
