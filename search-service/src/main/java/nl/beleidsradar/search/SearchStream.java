package nl.beleidsradar.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.index.IndexWrite;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.LateStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * The edge to the log: takes enriched documents off it in batches and has them indexed. A record
 * that can never be indexed goes to the dead-letter topic by itself; while Elasticsearch is away
 * the batch waits.
 */
@Configuration(proxyBeanMethods = false)
@Import(LateStream.class)
class SearchStream {

    static final String DEAD_LETTERS = "documents.enriched.index.dlq";

    private static final Logger LOG = LoggerFactory.getLogger(SearchStream.class);

    private final DocumentIndex index;
    private final IndexReport report;

    SearchStream(DocumentIndex index, IndexReport report) {
        this.index = index;
        this.report = report;
    }

    @Bean
    Consumer<Message<List<?>>> index() {
        return this::index;
    }

    private void index(Message<List<?>> batch) {
        long started = System.nanoTime();
        List<?> payloads = batch.getPayload();
        List<IndexWrite> writes = new ArrayList<>();
        @Nullable JacksonException unreadable = null;
        for (int i = 0; i < payloads.size() && unreadable == null; i++) {
            try {
                writes.add(write(BatchStream.key(batch, i), payloads.get(i)));
            } catch (JacksonException e) {
                unreadable = e;
            }
        }
        List<IndexOutcome> outcomes = outcomes(writes);
        var took = Duration.ofNanos(System.nanoTime() - started);
        for (int i = 0; i < outcomes.size(); i++) {
            report.tell(writes.get(i), outcomes.get(i), BatchStream.headers(batch, i), took);
            if (outcomes.get(i) instanceof IndexOutcome.Rejected rejected) {
                throw BatchStream.dead(rejected.reason(), rejected.detail(), null, i);
            }
        }
        if (unreadable != null) {
            int at = writes.size();
            report.unreadable(BatchStream.key(batch, at), BatchStream.headers(batch, at), took);
            throw BatchStream.dead("unreadable", unreadable, at);
        }
    }

    private List<IndexOutcome> outcomes(List<IndexWrite> writes) {
        try {
            return index.write(writes);
        } catch (ElasticsearchUnavailable e) {
            LOG.warn("{} documents wait: {}", writes.size(), e.getMessage());
            throw e;
        }
    }

    private static IndexWrite write(String key, Object payload) {
        // Anything but bytes is the placeholder for a null payload: a takedown.
        return payload instanceof byte[] json
                ? new IndexWrite.Put(EventJson.read(json, DocumentEnriched.class))
                : new IndexWrite.Remove(key);
    }

    @Bean
    CommonErrorHandler indexErrors(DeadLetters letters) {
        return letters.waiting(DEAD_LETTERS);
    }
}
