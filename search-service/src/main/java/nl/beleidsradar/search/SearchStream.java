package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.search.index.IndexWrite;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.LateStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;
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
    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 10_000;

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
                writes.add(write(key(batch, i), payloads.get(i)));
            } catch (JacksonException e) {
                unreadable = e;
            }
        }
        List<IndexOutcome> outcomes = outcomes(writes);
        var took = Duration.ofNanos(System.nanoTime() - started);
        for (int i = 0; i < outcomes.size(); i++) {
            report.tell(writes.get(i), outcomes.get(i), headers(batch, i), took);
            if (outcomes.get(i) instanceof IndexOutcome.Rejected rejected) {
                throw dead(rejected.reason() + ": " + rejected.detail(), null, i);
            }
        }
        if (unreadable != null) {
            int at = writes.size();
            report.unreadable(key(batch, at), headers(batch, at), took);
            throw dead("unreadable", unreadable, at);
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

    /** The records before this one are done; the error handler delivers those after it again. */
    private static BatchListenerFailedException dead(
            String why, @Nullable Throwable cause, int place) {
        return new BatchListenerFailedException(why, new DeadRecord(why, cause), place);
    }

    private static String key(Message<List<?>> batch, int place) {
        Object key = header(batch, KafkaHeaders.RECEIVED_KEY, place);
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : Objects.toString(key, "");
    }

    private static Map<?, ?> headers(Message<List<?>> batch, int place) {
        return header(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS, place) instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    private static @Nullable Object header(Message<List<?>> batch, String name, int place) {
        return batch.getHeaders().get(name) instanceof List<?> all && place < all.size()
                ? all.get(place)
                : null;
    }

    /** Waits without end, except for a dead record, which is set aside at once. */
    @Bean
    CommonErrorHandler indexErrors(KafkaOperations<?, ?> template) {
        var backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        var handler =
                new DefaultErrorHandler(
                        new DeadLetterPublishingRecoverer(
                                template, (dead, e) -> new TopicPartition(DEAD_LETTERS, 0)),
                        backOff);
        handler.addNotRetryableExceptions(DeadRecord.class);
        return handler;
    }

    /** A record that will not be indexed however often it is tried. */
    private static final class DeadRecord extends RuntimeException {

        private static final long serialVersionUID = 1;

        DeadRecord(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
