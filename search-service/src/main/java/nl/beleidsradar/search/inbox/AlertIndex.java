package nl.beleidsradar.search.inbox;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.search.index.Bulk;
import nl.beleidsradar.search.index.ElasticsearchCall;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.index.IndexGeneration;
import nl.beleidsradar.search.index.IndexOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The only writer of the list of alerts. An alert and what became of it may come in either order,
 * and again: the list is the same in the end. An alert for the inbox is delivered by being listed.
 */
@Component
public class AlertIndex {

    static final String ALIAS = "alerts";

    private final ElasticsearchClient client;
    private final IndexGeneration generation;
    private final Duration late;
    private final Clock clock;

    @Autowired
    AlertIndex(
            @Qualifier("writeClient") ElasticsearchClient client,
            @Qualifier("alertGeneration") IndexGeneration generation,
            InboxSettings settings) {
        this(client, generation, settings.late(), Clock.systemUTC());
    }

    AlertIndex(ElasticsearchClient client, IndexGeneration generation, Duration late, Clock clock) {
        this.client = client;
        this.generation = generation;
        this.late = late;
        this.clock = clock;
    }

    /**
     * Writes in the given order.
     *
     * @return what became of each, in the same order
     * @throws ElasticsearchUnavailable if any could not be tried; trying all again is safe
     */
    public List<IndexOutcome> write(List<? extends AlertWrite> writes) {
        generation.ensure();
        Map<String, Entry> entries = held(writes.stream().map(AlertWrite::id).distinct().toList());
        for (int i = 0; i < writes.size(); i++) {
            Objects.requireNonNull(entries.get(writes.get(i).id())).take(writes.get(i), i);
        }
        var outcomes = new IndexOutcome[writes.size()];
        var bulk = new Bulk(client, generation, outcomes);
        entries.forEach((id, entry) -> entry.addTo(bulk, id));
        bulk.send();
        entries.values().forEach(entry -> entry.spread(outcomes));
        return Arrays.asList(outcomes);
    }

    private Map<String, Entry> held(List<String> ids) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return entries;
        }
        MgetResponse<IndexedAlert> held =
                ElasticsearchCall.answer(
                        () -> client.mget(m -> m.index(ALIAS).ids(ids), IndexedAlert.class));
        for (MultiGetResponseItem<IndexedAlert> item : held.docs()) {
            if (item.isFailure()) {
                generation.lost();
                throw new ElasticsearchUnavailable(
                        "Elasticsearch did not tell of an alert: " + item.failure().error().type(),
                        null);
            }
            entries.put(item.result().id(), new Entry(item.result()));
        }
        return entries;
    }

    /** One alert in the making: what is held with what came, written if nobody else did. */
    private final class Entry {

        private final GetResult<IndexedAlert> held;
        private final List<Integer> places = new ArrayList<>();
        private @Nullable IndexedAlert now;

        Entry(GetResult<IndexedAlert> held) {
            this.held = held;
            now = held.source();
        }

        void take(AlertWrite write, int place) {
            places.add(place);
            IndexedAlert before = now == null ? IndexedAlert.NOTHING : now;
            now =
                    switch (write) {
                        case AlertWrite.Raise(AlertRaised alert) ->
                                before.with(alert, late, clock.instant());
                        case AlertWrite.Progress(AlertDelivered progress) -> before.with(progress);
                        case AlertWrite.Remove _ -> null;
                    };
        }

        void addTo(Bulk bulk, String id) {
            IndexedAlert last = now;
            bulk.add(
                    places.getLast(),
                    last == null ? 0 : last.size(),
                    BulkOperation.of(b ->
                            last == null
                                    ? b.delete(d -> d.id(id))
                                    : held.found()
                                            ? b.index(o ->
                                                    o.id(id)
                                                            .ifSeqNo(held.seqNo())
                                                            .ifPrimaryTerm(held.primaryTerm())
                                                            .document(last))
                                            : b.create(o -> o.id(id).document(last))));
        }

        /** What several writes came to became of each. */
        void spread(IndexOutcome[] outcomes) {
            places.forEach(place -> outcomes[place] = outcomes[places.getLast()]);
        }
    }
}
