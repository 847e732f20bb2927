package nl.beleidsradar.search.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.index.IndexedDocument;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Matches a document to all subscriptions in force: a subscription is matched if and only if a
 * search for what it follows would find the document in the index. One whose query fails is
 * reported, and the rest still count.
 */
@Component
public final class AlertMatcher implements DisposableBean {

    private final StoredQueries queries;
    private final Broken broken;
    private final MatchSettings settings;

    public AlertMatcher(
            Subscriptions subscriptions, BrokenSubscriptions report, MatchSettings settings) {
        this.broken = new Broken(report);
        this.queries = new StoredQueries(broken);
        this.settings = settings;
        subscriptions.listen(queries);
        subscriptions.all().forEach(s -> queries.changed(s.id(), s));
    }

    /**
     * Whom the document concerns, and where; told before or not.
     *
     * @param text the event's text, or what its {@code textRef} points to
     * @param previous texts of earlier versions; read only where something matched
     * @return one a recipient with all reasons, or several in order where one would be too large
     */
    public List<AlertCandidate> match(
            DocumentEnriched event, String text, Iterable<String> previous) {
        queries.apply();
        IndexedDocument indexed = IndexedDocument.of(event, text);
        DocumentMentions mentions = new DocumentMentions(event, indexed, text, previous);
        Map<String, MatchedQueries> run = new HashMap<>();
        MatchingQueries<QueryMatch> outcome =
                queries.match(
                        IndexTwin.of(indexed),
                        searcher -> {
                            MatchedQueries matched =
                                    new MatchedQueries(searcher, queries, mentions);
                            run.put(event.document().id(), matched);
                            return matched;
                        });
        Candidates candidates = new Candidates(event, settings);
        boolean probe = event.document().source().equals(Events.PROBE_SOURCE);
        run.values()
                .forEach(matched -> {
                    matched.found()
                            .forEach((followed, found) -> {
                                for (Subscription s : followed.subscriptions()) {
                                    if (!probe || s.follow().source() != null) {
                                        candidates.add(s, found);
                                    }
                                }
                            });
                    matched.failed().forEach((f, e) -> queries.breaks(f, Broken.FAILS, e));
                });
        outcome.getErrors()
                .forEach((id, e) -> {
                    Followed followed = queries.find(id);
                    if (followed != null) {
                        queries.breaks(followed, Broken.FAILS, e);
                    }
                });
        broken.report();
        return candidates.all();
    }

    /** Different queries in force; subscriptions that follow the same share one. */
    public int stored() {
        queries.apply();
        return queries.size();
    }

    @Override
    public void destroy() {
        queries.close();
    }
}
