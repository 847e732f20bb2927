package nl.beleidsradar.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic of one partition ends at this moment: one past the last record that is decided on.
 * Keeps its connection, so that asking costs one round trip.
 */
final class LogEnd implements AutoCloseable {

    private static final int ANSWER_MILLIS = 2_000;

    private final TopicPartition topic;
    private final Map<String, Object> settings;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private boolean closed;

    LogEnd(TopicPartition topic, Map<String, Object> connection) {
        this.topic = topic;
        settings = new HashMap<>(connection);
        // What is under way could be waited for in vain: a writer may have died over it.
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", ANSWER_MILLIS);
        settings.put("request.timeout.ms", ANSWER_MILLIS);
    }

    /**
     * @throws KafkaException if the broker does not answer in time
     */
    synchronized long now(Duration atMost) {
        if (closed) {
            throw new KafkaException("closed");
        }
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open =
                    new KafkaConsumer<>(
                            settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer = open;
        }
        return Objects.requireNonNull(
                open.endOffsets(List.of(topic), atMost).get(topic), "end of the topic");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }
}
