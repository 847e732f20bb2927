package nl.beleidsradar.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When each document passed each topic, for the alerts to one address. */
final class AlertLog implements AutoCloseable {

    static final String EXTRACTED = "documents.extracted";
    static final String ENRICHED = "documents.enriched";
    static final String CANDIDATES = "alerts.candidates";
    static final String RAISED = "alerts.raised";

    private static final JsonMapper JSON = new JsonMapper();

    private final String recipientEnd;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Map<String, Instant>> times = new HashMap<>();
    private final Map<String, String> alerts = new HashMap<>();

    AlertLog(String broker, String recipientEnd) {
        this.recipientEnd = recipientEnd;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker,
                                "auto.offset.reset",
                                "earliest",
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                List.of(EXTRACTED, ENRICHED, CANDIDATES, RAISED).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Reads what has come since the last time. */
    void read() {
        var records = consumer.poll(Duration.ofMillis(500));
        while (!records.isEmpty()) {
            records.forEach(this::take);
            records = consumer.poll(Duration.ofMillis(500));
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String document = record.key();
        if (record.topic().startsWith("alerts.")) {
            JsonNode event = JSON.readTree(record.value());
            if (!event.get("recipient").asString().endsWith(recipientEnd)) {
                return;
            }
            document = event.get("document").get("id").asString();
            if (record.topic().equals(RAISED)) {
                alerts.put(document, record.key());
            }
        }
        times.computeIfAbsent(record.topic(), t -> new HashMap<>())
                .putIfAbsent(document, Instant.ofEpochMilli(record.timestamp()));
    }

    /** When the document was first written to the topic. */
    Instant at(String topic, String document) {
        return times.get(topic).get(document);
    }

    /** Alert id by document id. */
    Map<String, String> alerts() {
        return alerts;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
