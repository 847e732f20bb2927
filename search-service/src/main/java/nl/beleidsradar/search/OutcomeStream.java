package nl.beleidsradar.search;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.search.deliver.Delivery.Outcome;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of alerts. What the broker does not take is written again until it does,
 * unless something newer was written of the same alert.
 */
final class OutcomeStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeStream.class);

    private final KafkaProducer<byte[], byte[]> producer;
    private final GivenUpStream givenUp;
    private final Map<String, Outcome> newest = new ConcurrentHashMap<>();
    private final Queue<Outcome> written = new ConcurrentLinkedQueue<>();
    private final Queue<Outcome> again = new ConcurrentLinkedQueue<>();

    OutcomeStream(Map<String, Object> connection, GivenUpStream givenUp) {
        this.givenUp = givenUp;
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("max.block.ms", 5_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", 30_000);
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void write(List<Outcome> outcomes) {
        for (Outcome o = again.poll(); o != null; o = again.poll()) {
            if (newest.get(o.record().id()) == o) {
                send(o);
            }
        }
        for (Outcome outcome : givenUp.setAside(outcomes)) {
            newest.put(outcome.record().id(), outcome);
            send(outcome);
        }
    }

    private void send(Outcome outcome) {
        producer.send(
                record(outcome),
                (_, failure) -> {
                    if (failure == null) {
                        newest.remove(outcome.record().id(), outcome);
                        written.add(outcome);
                    } else {
                        LOG.warn(
                                "outcome of {} not written yet: {}",
                                outcome.record().id(),
                                failure.toString());
                        again.add(outcome);
                    }
                });
    }

    private static ProducerRecord<byte[], byte[]> record(Outcome outcome) {
        var event = outcome.record();
        var plain =
                EventMessages.record(
                        Events.DELIVERED_TOPIC,
                        Events.DELIVERED_TYPE,
                        "search-service",
                        event.id(),
                        EventJson.write(event));
        return new ProducerRecord<>(
                plain.topic(),
                outcome.partition(),
                event.id().getBytes(StandardCharsets.UTF_8),
                plain.value(),
                plain.headers());
    }

    /** Another instance goes on with a partition. */
    void lost(int partition) {
        givenUp.lost(partition);
    }

    /** Hands over what the broker has taken since. */
    void written(Consumer<Outcome> to) {
        for (Outcome o = written.poll(); o != null; o = written.poll()) {
            to.accept(o);
        }
    }

    /** Whether the broker has taken everything, the dead letters included. */
    boolean isDone() {
        return newest.isEmpty() && givenUp.isDone();
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
