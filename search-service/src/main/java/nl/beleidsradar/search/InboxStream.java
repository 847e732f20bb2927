package nl.beleidsradar.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.search.inbox.AlertIndex;
import nl.beleidsradar.search.inbox.AlertWrite;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.index.IndexOutcome;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.LateStream;
import nl.beleidsradar.service.StepMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * The edge to the logs of alerts: takes what was raised and what became of it off them in batches
 * and has it listed. What cannot be listed goes to the dead-letter topic by itself; while
 * Elasticsearch is away the batch waits.
 */
@Configuration(proxyBeanMethods = false)
@Import(LateStream.class)
class InboxStream {

    static final String DEAD_LETTERS = "alerts.inbox.dlq";

    private static final Logger LOG = LoggerFactory.getLogger(InboxStream.class);
    private static final String STEP = "inbox";

    private final AlertIndex index;
    private final StepMetrics metrics;

    InboxStream(AlertIndex index, StepMetrics metrics) {
        this.index = index;
        this.metrics = metrics;
    }

    @Bean
    Consumer<Message<List<?>>> inbox() {
        return this::inbox;
    }

    private void inbox(Message<List<?>> batch) {
        long started = System.nanoTime();
        List<AlertWrite> writes = new ArrayList<>();
        @Nullable Exception unreadable = null;
        for (int i = 0; i < batch.getPayload().size() && unreadable == null; i++) {
            try {
                writes.add(write(batch, i));
            } catch (JacksonException | IllegalArgumentException e) {
                unreadable = e;
            }
        }
        List<IndexOutcome> outcomes = outcomes(writes);
        var took = Duration.ofNanos(System.nanoTime() - started);
        for (int i = 0; i < outcomes.size(); i++) {
            AlertWrite write = writes.get(i);
            if (outcomes.get(i) instanceof IndexOutcome.Rejected(String reason, String detail)) {
                metrics.failed(STEP, source(write), reason, took);
                LOG.warn("not listed {}: {}: {}", write.id(), reason, detail);
                throw BatchStream.dead(reason, detail, null, i);
            }
            metrics.done(STEP, source(write), took);
            LOG.info("listed {}", write.id());
        }
        if (unreadable != null) {
            int at = writes.size();
            metrics.failed(STEP, "unknown", "unreadable", took);
            LOG.warn("not listed {}: unreadable", BatchStream.key(batch, at));
            throw BatchStream.dead("unreadable", unreadable, at);
        }
    }

    private List<IndexOutcome> outcomes(List<AlertWrite> writes) {
        try {
            return index.write(writes);
        } catch (ElasticsearchUnavailable e) {
            LOG.warn("{} alerts wait: {}", writes.size(), e.getMessage());
            throw e;
        }
    }

    private static AlertWrite write(Message<List<?>> batch, int place) {
        String key = BatchStream.key(batch, place);
        Map<?, ?> headers = BatchStream.headers(batch, place);
        String topic =
                Objects.toString(BatchStream.header(batch, KafkaHeaders.RECEIVED_TOPIC, place));
        boolean raised = Events.RAISED_TOPIC.equals(DeadLetter.origin(headers::get, topic));
        // Anything but bytes is the placeholder for a null payload: the alert is taken back.
        if (!(batch.getPayload().get(place) instanceof byte[] json)) {
            return new AlertWrite.Remove(key);
        }
        AlertWrite write =
                raised
                        ? new AlertWrite.Raise(EventJson.read(json, AlertRaised.class))
                        : new AlertWrite.Progress(EventJson.read(json, AlertDelivered.class));
        if (!write.id().equals(key)) {
            throw new IllegalArgumentException("an alert under another key");
        }
        if (write instanceof AlertWrite.Raise(AlertRaised alert)) {
            Recipient.parse(alert.recipient());
        }
        return write;
    }

    private static String source(AlertWrite write) {
        return write instanceof AlertWrite.Raise(AlertRaised alert)
                ? alert.document().source()
                : "delivery";
    }

    @Bean
    CommonErrorHandler inboxErrors(DeadLetters letters) {
        return letters.waiting(DEAD_LETTERS, (topic, key) -> topic + "/" + key);
    }
}
