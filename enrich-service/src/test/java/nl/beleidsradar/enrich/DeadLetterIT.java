package nl.beleidsradar.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.local.Topics;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A dead-letter topic that refuses, on a real broker: nothing is lost, and it is seen. */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
class DeadLetterIT {

    private static final TopicPartition TAKEN = new TopicPartition(Events.EXTRACTED_TOPIC, 1);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private static Path store;

    private static KafkaServer broker;
    private static ConfigurableApplicationContext service;
    private static LogProbe log;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = KafkaServer.start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        List<TopicPartition> watched =
                new ArrayList<>(LogProbe.partitions(Events.ENRICHED_TOPIC, 4));
        log = new LogProbe(broker.bootstrapServers(), watched);
        service =
                new SpringApplicationBuilder(EnrichApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers="
                                        + broker.bootstrapServers(),
                                "--beleidsradar.store.folder=" + store);
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
        admin.close();
        broker.close();
    }

    @Test
    void aRecordWaitsWhileItsDeadLetterTopicIsMissing() throws Exception {
        admin.deleteTopics(List.of(EnrichStream.DEAD_LETTERS)).all().get();
        poison("tk:eerst");
        good("tk:erachter");

        awaitStandstill();

        Topics.ensure(broker.bootstrapServers());
        awaitGoingOn("tk:eerst", "tk:erachter");
    }

    @Test
    void bRecordWaitsWhileItsDeadLetterTopicIsTooSmall() throws Exception {
        limit("100");
        poison("tk:groot");
        good("tk:daarachter");

        awaitStandstill();
        assertThat(get("/actuator/prometheus"))
                .contains("beleidsradar_deadletters_unsent_total")
                .contains("beleidsradar_deadletters_total");

        Topics.ensure(broker.bootstrapServers());
        awaitGoingOn("tk:groot", "tk:daarachter");
    }

    private static void awaitStandstill() throws Exception {
        long held = committed();
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(get("/actuator/health"))
                                .contains("\"deadLetters\":{\"details\":{\"" + TAKEN)
                                .contains("\"status\":\"DOWN\""));
        Thread.sleep(3_000);
        assertThat(committed()).isEqualTo(held);
    }

    private static void awaitGoingOn(String dead, String good) throws Exception {
        assertThat(log.received(r -> good.equals(r.key())).topic())
                .isEqualTo(Events.ENRICHED_TOPIC);
        try (var letters =
                new LogProbe(
                        broker.bootstrapServers(),
                        LogProbe.partitions(EnrichStream.DEAD_LETTERS, 1))) {
            ConsumerRecord<String, byte[]> letter = letters.received(r -> dead.equals(r.key()));
            assertThat(letter.value()).isEqualTo(unreadable());
            assertThat(read(letter))
                    .extracting(DeadLetter::topic, DeadLetter::partition, DeadLetter::key)
                    .containsExactly(Events.EXTRACTED_TOPIC, TAKEN.partition(), dead);
            assertThat(read(letter))
                    .extracting(DeadLetter::reason, DeadLetter::attempts)
                    .containsExactly("unreadable-event", 1);
            assertThat(header(letter.headers(), "ce_id")).isEqualTo("4711");
            assertThat(letters.seen()).filteredOn(r -> dead.equals(r.key())).hasSize(1);
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(get("/actuator/health"))
                                .contains("\"deadLetters\":{\"status\":\"UP\"}"));
    }

    private static DeadLetter read(ConsumerRecord<String, byte[]> r) {
        return DeadLetter.read(
                new ConsumerRecord<>(
                        r.topic(),
                        r.partition(),
                        r.offset(),
                        r.timestamp(),
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        r.key().getBytes(UTF_8),
                        r.value(),
                        r.headers(),
                        r.leaderEpoch()));
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static byte[] unreadable() {
        return ("{\"id\":" + "x".repeat(1_000)).getBytes(UTF_8);
    }

    private static void poison(String key) throws Exception {
        var record = new ProducerRecord<>(TAKEN.topic(), TAKEN.partition(), key, unreadable());
        record.headers().add("ce_id", "4711".getBytes(UTF_8));
        log.send(record).get();
    }

    private static void good(String key) throws Exception {
        byte[] event = EventJson.write(Documents.inline(key, "Brief", "Klimaatwet"));
        log.send(new ProducerRecord<>(TAKEN.topic(), TAKEN.partition(), key, event)).get();
    }

    private static void limit(String bytes) throws Exception {
        var topic =
                new org.apache.kafka.common.config.ConfigResource(
                        org.apache.kafka.common.config.ConfigResource.Type.TOPIC,
                        EnrichStream.DEAD_LETTERS);
        var small =
                new org.apache.kafka.clients.admin.AlterConfigOp(
                        new org.apache.kafka.clients.admin.ConfigEntry("max.message.bytes", bytes),
                        org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(small))).all().get();
    }

    private static long committed() throws Exception {
        var offset =
                admin.listConsumerGroupOffsets("enrich")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(TAKEN);
        return offset == null ? 0 : offset.offset();
    }

    private static String get(String path) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
