package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterOrder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.beleidsradar.search.index.Citation;
import nl.beleidsradar.search.index.IndexedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The places of a document that a search is about, as safe HTML. */
final class Snippets {

    private static final int MOST = 3;
    private static final int CHARACTERS = 200;
    private static final String CHUNKS = "chunks";
    private static final String TEXT = "chunks.text";
    private static final String PAGE = "chunks.page";
    private static final String BEGIN = "<mark>";
    private static final String END = "</mark>";

    private Snippets() {}

    /** To be added as an optional clause: it finds the places and leaves the score alone. */
    static Optional<Query> places(QueryText text) {
        List<Term> wanted = text.wanted();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Query any = TextMatch.CHUNK.any(wanted, false);
        return Optional.of(
                Query.of(q ->
                        q.nested(n ->
                                n.path(CHUNKS)
                                        .query(any)
                                        .scoreMode(ChildScoreMode.None)
                                        .boost(0f)
                                        .innerHits(i ->
                                                i.size(MOST)
                                                        .source(s -> s.fetch(false))
                                                        .docvalueFields(f -> f.field(PAGE))
                                                        .highlight(Snippets::marked)))));
    }

    private static Highlight.Builder marked(Highlight.Builder highlight) {
        return highlight
                .type(HighlighterType.Unified)
                .encoder(HighlighterEncoder.Html)
                .order(HighlighterOrder.Score)
                .preTags(BEGIN)
                .postTags(END)
                .numberOfFragments(2)
                .fragmentSize(CHARACTERS)
                .fields(TEXT, HighlightField.of(f -> f.matchedFields(TEXT + ".exact")));
    }

    static List<SearchPage.Snippet> of(Hit<IndexedDocument> hit, Optional<String> typed) {
        List<SearchPage.Snippet> found = new ArrayList<>();
        typed.ifPresent(canonical ->
                cited(hit, key -> key.equals(Citation.key(canonical))).ifPresent(found::add));
        @Nullable InnerHitsResult chunks = hit.innerHits().get(CHUNKS);
        if (chunks != null) {
            for (Hit<JsonData> chunk : chunks.hits().hits()) {
                for (String html : chunk.highlight().getOrDefault(TEXT, List.of())) {
                    found.add(new SearchPage.Snippet(html.strip(), page(chunk)));
                }
            }
        }
        return found.stream().limit(MOST).toList();
    }

    /** The sentence that cites what is searched for, by the key of the citation. */
    static Optional<SearchPage.Snippet> cited(Hit<IndexedDocument> hit, Predicate<String> isMeant) {
        @Nullable IndexedDocument document = hit.source();
        @Nullable List<Citation> citations = document == null ? null : document.citations();
        if (citations == null) {
            return Optional.empty();
        }
        return citations.stream()
                .filter(c -> isMeant.test(Citation.key(c.canonical())))
                .findFirst()
                .map(c -> new SearchPage.Snippet(marked(c.passage(), c.text()), c.page()));
    }

    /**
     * @param text what to mark in the passage, if it is there; may be empty
     */
    static String marked(String passage, String text) {
        int at = text.isEmpty() ? -1 : passage.indexOf(text);
        return at < 0
                ? HtmlUtils.htmlEscape(passage)
                : HtmlUtils.htmlEscape(passage.substring(0, at))
                        + BEGIN
                        + HtmlUtils.htmlEscape(text)
                        + END
                        + HtmlUtils.htmlEscape(passage.substring(at + text.length()));
    }

    private static @Nullable Integer page(Hit<JsonData> chunk) {
        @Nullable JsonData page = chunk.fields().get(PAGE);
        return page == null ? null : page.toJson().asJsonArray().getInt(0);
    }
}
