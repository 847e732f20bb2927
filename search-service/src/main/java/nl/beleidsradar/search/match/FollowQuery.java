package nl.beleidsradar.search.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.dutch.DutchAnalyzer;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.query.QueryText;
import nl.beleidsradar.search.query.Term;
import nl.beleidsradar.search.query.TypedReference;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription asks of a document, as the Lucene query that Elasticsearch would make of the
 * same search.
 */
final class FollowQuery {

    private static final Analyzer SEARCH = DutchAnalyzer.search();
    private static final Analyzer EXACT = DutchAnalyzer.exact();

    private FollowQuery() {}

    /** All parts that are set must hold. */
    static Query of(Follow follow, @Nullable Strength least) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (follow.query() != null) {
            words(follow.query().strip()).ifPresent(q -> all.add(q, Occur.MUST));
        }
        if (follow.theme() != null) {
            all.add(theme(follow.theme(), least), Occur.FILTER);
        } else if (least != null) {
            all.add(
                    anyOf(Fields.STRENGTH, from(least).map(Strength::toString).toList()),
                    Occur.FILTER);
        }
        if (follow.dossier() != null) {
            String dossier = Dossier.normal(follow.dossier());
            all.add(
                    either(is(Fields.DOSSIER, dossier), is(Fields.CITED_DOSSIER, dossier)),
                    Occur.FILTER);
        }
        if (follow.reference() != null) {
            all.add(anyOf(Fields.CITES, referenceKeys(follow.reference())), Occur.FILTER);
        }
        if (follow.source() != null) {
            all.add(is(Fields.SOURCE, follow.source()), Occur.FILTER);
        }
        if (follow.type() != null) {
            all.add(is(Fields.TYPE, follow.type()), Occur.FILTER);
        }
        return complete(all);
    }

    /** A canonical form may read like a spelling of something else: both count. */
    static List<String> referenceKeys(String reference) {
        return Stream.concat(Stream.of(reference), TypedReference.in(reference).stream())
                .map(Citation::key)
                .distinct()
                .toList();
    }

    private static Query theme(String theme, @Nullable Strength least) {
        return least == null
                ? is(Fields.THEME, theme)
                : anyOf(
                        Fields.THEME_STRENGTH,
                        from(least).map(s -> theme + IndexedDocument.STRENGTH_MARK + s).toList());
    }

    private static Stream<Strength> from(Strength least) {
        return Arrays.stream(Strength.values()).filter(s -> s.compareTo(least) >= 0);
    }

    /** Empty where the text asks for nothing. */
    private static Optional<Query> words(String q) {
        QueryText text = QueryText.parse(q);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (QueryText.Clause clause : text.clauses()) {
            Query any = any(clause.alternatives(), !clause.negated());
            all.add(any, clause.negated() ? Occur.MUST_NOT : Occur.MUST);
        }
        Query words = complete(all);
        return Optional.of(
                TypedReference.in(q)
                        .map(typed ->
                                either(
                                        words,
                                        is(Fields.OWN_IDS, Citation.key(typed)),
                                        is(Fields.DOSSIER, Dossier.normal(typed)),
                                        is(Fields.CITES, Citation.key(typed))))
                        .orElse(words));
    }

    private static Query any(List<Term> terms, boolean emptyMatches) {
        return either(terms.stream().map(t -> one(t, emptyMatches)).toArray(Query[]::new));
    }

    private static Query one(Term term, boolean emptyMatches) {
        return switch (term) {
            case Term.Word(String text) -> phrase(text, SEARCH, "", emptyMatches);
            case Term.Phrase(String text) -> phrase(text, EXACT, Fields.EXACT, emptyMatches);
            case Term.Prefix prefix ->
                    either(
                            new PrefixQuery(term(Fields.TITLE + Fields.EXACT, prefix.folded())),
                            new PrefixQuery(term(Fields.TEXT + Fields.EXACT, prefix.folded())));
        };
    }

    private static Query phrase(
            String text, Analyzer analyzer, String suffix, boolean emptyMatches) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        @Nullable Query title = builder.createPhraseQuery(Fields.TITLE + suffix, text);
        @Nullable Query body = builder.createPhraseQuery(Fields.TEXT + suffix, text);
        if (title == null || body == null) {
            return emptyMatches
                    ? new MatchAllDocsQuery()
                    : new MatchNoDocsQuery("nothing to search for");
        }
        return either(title, body);
    }

    private static Query is(String field, String value) {
        return new TermQuery(term(field, value));
    }

    private static org.apache.lucene.index.Term term(String field, String value) {
        return new org.apache.lucene.index.Term(field, value);
    }

    private static Query anyOf(String field, List<String> values) {
        return either(values.stream().map(v -> is(field, v)).toArray(Query[]::new));
    }

    private static Query either(Query... queries) {
        if (queries.length == 1) {
            return queries[0];
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query query : queries) {
            any.add(query, Occur.SHOULD);
        }
        return any.build();
    }

    /** What only excludes, or asks nothing, is about every other document. */
    private static Query complete(BooleanQuery.Builder builder) {
        BooleanQuery query = builder.build();
        boolean asks = query.clauses().stream().anyMatch(c -> !c.isProhibited());
        if (!asks) {
            return builder.add(new MatchAllDocsQuery(), Occur.MUST).build();
        }
        return query.clauses().size() == 1 ? query.clauses().getFirst().getQuery() : query;
    }
}
