package nl.beleidsradar.enrich;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topics of a broker, and keeps all that it sees on some of them. */
final class LogProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    LogProbe(String bootstrapServers, List<TopicPartition> watched) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "max.request.size",
                                8_388_608),
                        new StringSerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "group.id", "test"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(watched);
        consumer.seekToBeginning(watched);
    }

    static List<TopicPartition> partitions(String topic, int count) {
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            all.add(new TopicPartition(topic, p));
        }
        return all;
    }

    /** Sends without waiting. */
    Future<?> send(ProducerRecord<String, byte[]> record) {
        return producer.send(record);
    }

    /** Sends to the key's own partition, and waits until the broker has it. */
    void write(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
    }

    /** All that was seen, in the order of each partition. */
    List<ConsumerRecord<String, byte[]>> seen() {
        return List.copyOf(seen);
    }

    List<ConsumerRecord<String, byte[]>> seen(String topic) {
        return seen.stream().filter(r -> r.topic().equals(topic)).toList();
    }

    /** Reads on until what was seen is as wished. */
    void until(Predicate<LogProbe> wish) {
        await().atMost(PATIENCE)
                .until(() -> {
                    consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                    return wish.test(this);
                });
    }

    /** Reads on until such a record was seen. */
    ConsumerRecord<String, byte[]> received(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        until(probe -> seen.stream().anyMatch(wanted));
        return seen.stream().filter(wanted).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
