package nl.beleidsradar.search.deliver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.service.DeadLetter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The dead letters of the delivery, which tests can have refused, read and tried again. */
record LetterBox(String brokers) {

    private static final TopicPartition PLACE = new TopicPartition("alerts.raised.deliver.dlq", 0);

    /** From now on the topic takes no letter. */
    void refuse() throws Exception {
        largest(20);
    }

    void accept() throws Exception {
        largest(16 << 20);
    }

    private void largest(int bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, PLACE.topic());
        var entry = new ConfigEntry("max.message.bytes", "" + bytes);
        try (Admin admin = Admin.create(connection())) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    Map<String, DeadLetter> letters() {
        Map<String, DeadLetter> letters = new HashMap<>();
        records().forEach((key, record) -> letters.put(key, DeadLetter.read(record)));
        return letters;
    }

    /**
     * As ingest-service does it: removes the letter, and sends its record to where it came from.
     */
    void retry(String key) throws Exception {
        ConsumerRecord<byte[], byte[]> record = records().get(key);
        DeadLetter letter = DeadLetter.read(record);
        try (var producer =
                new KafkaProducer<>(
                        connection(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PLACE.topic(), 0, record.key(), null)).get();
            producer.send(
                            new ProducerRecord<>(
                                    Events.RAISED_TOPIC,
                                    letter.partition(),
                                    record.key(),
                                    record.value(),
                                    letter.onRetry(record.headers())))
                    .get();
        }
    }

    private Map<String, ConsumerRecord<byte[], byte[]>> records() {
        Map<String, ConsumerRecord<byte[], byte[]>> records = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(
                        connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PLACE));
            consumer.seekToBeginning(List.of(PLACE));
            long end = consumer.endOffsets(List.of(PLACE)).get(PLACE);
            while (consumer.position(PLACE) < end) {
                for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                    String key = new String(r.key(), StandardCharsets.UTF_8);
                    if (r.value() == null) {
                        records.remove(key);
                    } else {
                        records.put(key, r);
                    }
                }
            }
        }
        return records;
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", brokers);
    }
}
