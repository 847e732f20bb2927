package nl.beleidsradar.ingest.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The ledger's log as the compacted topic {@code sources.cursors}, one partition, one writer. */
public final class LedgerStream implements LedgerLog, AutoCloseable {

    private static final TopicPartition LOG = new TopicPartition("sources.cursors", 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(15);

    private final Map<String, Object> connection;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * @param connection bootstrap servers and security, as Kafka's client settings
     */
    public LedgerStream(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    @Override
    public void replay(BiConsumer<String, byte @Nullable []> reader) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("allow.auto.create.topics", false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(LOG));
            consumer.seekToBeginning(List.of(LOG));
            long end = consumer.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
            long progress = System.nanoTime();
            while (consumer.position(LOG) < end) {
                var records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> r : records) {
                    reader.accept(r.key(), r.value());
                }
                if (!records.isEmpty()) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > NO_PROGRESS.toNanos()) {
                    throw new LedgerUnavailable("no record within " + NO_PROGRESS, null);
                }
            }
        } catch (KafkaException e) {
            throw new LedgerUnavailable("cannot read " + LOG.topic() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void append(String key, byte @Nullable [] value) {
        try {
            acknowledged(
                    producer()
                            .send(new ProducerRecord<>(LOG.topic(), LOG.partition(), key, value)));
        } catch (ExecutionException | KafkaException e) {
            throw new LedgerUnavailable("no acknowledgement from " + LOG.topic(), e);
        }
    }

    /** A record that is sent is waited for, as long as may be: who is to stop then stops. */
    private static void acknowledged(Future<?> sent) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    sent.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Made at first use: the client refuses to be built while the host name is unknown. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(connection);
            settings.put("acks", "all");
            settings.put("enable.idempotence", true);
            settings.put("compression.type", "lz4");
            settings.put("linger.ms", 2);
            // Short, so that an upload is answered with "not now" while its caller still waits.
            settings.put("max.block.ms", 5_000);
            settings.put("request.timeout.ms", 5_000);
            settings.put("delivery.timeout.ms", 10_000);
            producer =
                    new KafkaProducer<>(
                            settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
