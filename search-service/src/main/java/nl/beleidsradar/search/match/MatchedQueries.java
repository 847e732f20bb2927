package nl.beleidsradar.search.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.jspecify.annotations.Nullable;

/** Which stored queries match, and, once that is known, where in the document each does. */
final class MatchedQueries extends CandidateMatcher<QueryMatch> {

    private final StoredQueries queries;
    private final DocumentMentions mentions;
    private final Map<String, Followed> matched = new HashMap<>();
    private final Map<Followed, List<DocumentMentions.Found>> found = new LinkedHashMap<>();
    private final Map<Followed, Exception> failed = new HashMap<>();

    MatchedQueries(IndexSearcher searcher, StoredQueries queries, DocumentMentions mentions) {
        super(searcher);
        this.queries = queries;
        this.mentions = mentions;
    }

    @Override
    protected void matchQuery(String id, Query query, Map<String, String> metadata)
            throws IOException {
        @Nullable Followed followed = matched.containsKey(id) ? null : queries.find(id);
        // Lucene keeps a disjunction as several queries: one is enough.
        if (followed != null && matches(query)) {
            matched.put(id, followed);
        }
    }

    private boolean matches(Query query) throws IOException {
        LeafReaderContext document = searcher.getIndexReader().leaves().getFirst();
        @Nullable Scorer scorer =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                        .scorer(document);
        return scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS;
    }

    /** The document can be read until this returns. */
    @Override
    protected void doFinish() {
        for (Followed followed : matched.values()) {
            try {
                found.put(
                        followed, mentions.of(followed.key().follow(), followed.query(), searcher));
            } catch (UncheckedIOException e) {
                // The document store is away: the document waits.
                throw e;
            } catch (IOException | RuntimeException e) {
                failed.put(followed, e);
            }
        }
    }

    Map<Followed, List<DocumentMentions.Found>> found() {
        return found;
    }

    /** Those whose mentions could not be found. */
    Map<Followed, Exception> failed() {
        return failed;
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
        return one;
    }
}
