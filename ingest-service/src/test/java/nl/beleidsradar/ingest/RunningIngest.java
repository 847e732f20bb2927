package nl.beleidsradar.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, against a given broker. */
final class RunningIngest implements AutoCloseable {

    private static final List<String> DEAD_LETTERS =
            List.of(
                    "documents.extracted.enrich.dlq",
                    "documents.enriched.index.dlq",
                    "documents.enriched.match.dlq",
                    "alerts.candidates.ledger.dlq",
                    "alerts.raised.deliver.dlq",
                    "alerts.inbox.dlq");

    private final ConfigurableApplicationContext context;

    RunningIngest(String brokers, Path data, String... more) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers=" + brokers,
                                "--beleidsradar.store.folder=" + data.resolve("store"),
                                "--beleidsradar.ingest.work-folder=" + data.resolve("work"),
                                "--beleidsradar.ingest.scan-interval=100ms",
                                "--beleidsradar.ingest.stable-for=300ms"));
        settings.addAll(Arrays.asList(more));
        context =
                new SpringApplicationBuilder(IngestApplication.class)
                        .run(settings.toArray(String[]::new));
    }

    String url(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return "http://127.0.0.1:" + port + path;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    static void createTopics(String brokers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Map<String, String> large =
                    Map.of("cleanup.policy", "compact", "max.message.bytes", "8388608");
            List<NewTopic> topics = new ArrayList<>();
            topics.add(new NewTopic("documents.extracted", 4, (short) 1).configs(large));
            topics.add(
                    new NewTopic("sources.cursors", 1, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact")));
            for (String dead : DEAD_LETTERS) {
                topics.add(new NewTopic(dead, 1, (short) 1).configs(large));
            }
            admin.createTopics(topics).all().get();
        }
    }

    /** Everything on documents.extracted up to now. */
    static List<ConsumerRecord<String, byte[]>> events(String brokers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", brokers);
        settings.put("group.id", UUID.randomUUID().toString());
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor("documents.extracted").stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(events::add);
            }
        }
        return events;
    }
}
