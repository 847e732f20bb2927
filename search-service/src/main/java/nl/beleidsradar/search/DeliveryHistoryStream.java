package nl.beleidsradar.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.search.deliver.Delivery;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Looks back in the logs of alerts: what became of those before, and the text of one alert again.
 * Safe for use by several threads, one at a time.
 */
final class DeliveryHistoryStream implements Delivery.Texts, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHistoryStream.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS_FOR_ONE = 20;

    /** Clocks of several machines differ, and a record is older than what follows from it. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    DeliveryHistoryStream(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("allow.auto.create.topics", false);
        consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The last outcome of each alert of a partition, from the time of the first alert that is read.
     *
     * @param from offset of that alert
     * @param since a time from which they are wanted too; null for none
     */
    synchronized Map<String, AlertDelivered> outcomes(
            int partition, long from, @Nullable Instant since) {
        Instant start = time(partition, from);
        if (since != null && since.isBefore(start)) {
            start = since;
        }
        TopicPartition topic = new TopicPartition(Events.DELIVERED_TOPIC, partition);
        var found =
                consumer.offsetsForTimes(Map.of(topic, start.minus(MARGIN).toEpochMilli()))
                        .get(topic);
        Map<String, AlertDelivered> outcomes = new HashMap<>();
        if (found == null) {
            return outcomes;
        }
        consumer.assign(List.of(topic));
        consumer.seek(topic, found.offset());
        long end = end(topic);
        while (consumer.position(topic) < end) {
            for (ConsumerRecord<byte[], byte[]> r : consumer.poll(POLL)) {
                take(outcomes, r);
            }
        }
        return outcomes;
    }

    private static void take(Map<String, AlertDelivered> to, ConsumerRecord<byte[], byte[]> r) {
        if (r.value() != null) {
            try {
                AlertDelivered outcome = EventJson.read(r.value(), AlertDelivered.class);
                to.put(outcome.id(), outcome);
            } catch (JacksonException e) {
                LOG.error("{} offset {} cannot be read", r.topic(), r.offset());
            }
        }
    }

    /** When the first record at an offset or after it was written; now where there is none. */
    private Instant time(int partition, long from) {
        TopicPartition topic = new TopicPartition(Events.RAISED_TOPIC, partition);
        consumer.assign(List.of(topic));
        consumer.seek(topic, from);
        long end = end(topic);
        while (consumer.position(topic) < end) {
            for (ConsumerRecord<byte[], byte[]> r : consumer.poll(POLL)) {
                return Instant.ofEpochMilli(r.timestamp());
            }
        }
        return Instant.now();
    }

    /** One past the last record of a partition of the alerts that can be read now. */
    synchronized long end(int partition) {
        return end(new TopicPartition(Events.RAISED_TOPIC, partition));
    }

    private long end(TopicPartition topic) {
        return Objects.requireNonNull(consumer.endOffsets(List.of(topic)).get(topic));
    }

    @Override
    public synchronized @Nullable AlertRaised read(int partition, long offset) {
        TopicPartition topic = new TopicPartition(Events.RAISED_TOPIC, partition);
        if (!consumer.assignment().equals(java.util.Set.of(topic))) {
            consumer.assign(List.of(topic));
        }
        consumer.seek(topic, offset);
        for (int i = 0; i < POLLS_FOR_ONE; i++) {
            for (ConsumerRecord<byte[], byte[]> r : consumer.poll(POLL)) {
                return r.offset() == offset && r.value() != null
                        ? EventJson.read(r.value(), AlertRaised.class)
                        : null;
            }
        }
        throw new KafkaException(
                "alert at %d of partition %d not read in time".formatted(offset, partition));
    }

    static String key(ConsumerRecord<byte[], byte[]> r) {
        return new String(r.key(), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
