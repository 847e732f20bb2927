package nl.beleidsradar.search;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.query.SearchQuery;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real Kafka and a real Elasticsearch of its own. */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
@ExtendWith(OutputCaptureExtension.class)
class SearchStreamIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static ElasticsearchServer elasticsearch;
    private static ConfigurableApplicationContext service;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        elasticsearch = ElasticsearchServer.start();
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                KafkaServer.shared().bootstrapServers(),
                                "max.request.size",
                                8_388_608),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        service = TestService.start(elasticsearch.url(), "target/store");
    }

    @AfterAll
    static void stop() {
        service.close();
        producer.close();
        elasticsearch.close();
    }

    @Test
    void aIndexesWhatComesInAndGoesOnWithItsTrace(CapturedOutput output) {
        send(document("tk:een").text("De eerste tekst"));
        send(document("tk:twee").text("De tweede tekst"));

        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(total("tekst")).isEqualTo(2));
        assertThat(output).containsPattern("\\[" + TRACE + "].*indexed tk:een");
    }

    @Test
    void bSetsAsideARecordThatIsNoEventAndIndexesTheRest() {
        send(document("tk:voor").text("rondom het gif"));
        raw("tk:gif", "{\"document\":".getBytes(StandardCharsets.UTF_8));
        send(document("tk:na").text("rondom het gif"));
        raw("tk:gif2", "{}".getBytes(StandardCharsets.UTF_8));
        send(document("tk:later").text("rondom het gif"));

        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(total("rondom")).isEqualTo(3));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(deadLetters()).containsExactly("tk:gif", "tk:gif2"));
    }

    @Test
    void cTakesOutWhatWasTakenDown() {
        send(document("tk:weg").text("verdwijnende tekst"));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> total("verdwijnende") == 1);

        raw("tk:weg", null);

        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> total("verdwijnende") == 0);
    }

    @Test
    void cTakesTheTagsOfNewerRulesAndIgnoresThoseOfOlder() {
        send(document("tk:regels").text("hertagde tekst").ruleset(5).theme("oud", Strength.MAIN));
        send(document("tk:regels").text("hertagde tekst").ruleset(7).theme("nieuw", Strength.MAIN));
        send(
                document("tk:regels")
                        .text("hertagde tekst")
                        .ruleset(6)
                        .theme("te-laat", Strength.MAIN));
        send(document("tk:slot").text("hertagde tekst"));

        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(total("hertagde")).isEqualTo(2));
        assertThat(
                        service.getBean(DocumentSearch.class)
                                .document("tk:regels")
                                .orElseThrow()
                                .themes())
                .extracting(ThemeTag::id)
                .containsExactly("nieuw");
        // As the last test sees, none of them became a dead letter.
    }

    @Test
    void dLosesNothingWhileElasticsearchIsAway() throws InterruptedException {
        elasticsearch.kill();
        for (int i = 0; i < 120; i++) {
            send(document("tk:storing" + i).text("tijdens de storing"));
        }
        // Long enough for several tries in vain.
        Thread.sleep(4_000);
        elasticsearch.restart();

        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(total("storing")).isEqualTo(120));
        assertThat(deadLetters()).containsExactly("tk:gif", "tk:gif2");
    }

    private static long total(String q) {
        return service.getBean(DocumentSearch.class)
                .search(SearchQuery.of(Map.of("q", List.of(q))))
                .total();
    }

    private static void send(TestDocument document) {
        raw(document.event().document().id(), EventJson.write(document.event()));
    }

    private static void raw(String id, byte[] value) {
        var record =
                new ProducerRecord<>(
                        Events.ENRICHED_TOPIC, id.getBytes(StandardCharsets.UTF_8), value);
        record.headers()
                .add("content-type", "application/json".getBytes(StandardCharsets.UTF_8))
                .add(
                        "traceparent",
                        ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> deadLetters() {
        var properties = new Properties();
        properties.put("bootstrap.servers", KafkaServer.shared().bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(SearchStream.DEAD_LETTERS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> keys = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> dead : consumer.poll(Duration.ofSeconds(1))) {
                    keys.add(new String(dead.key(), StandardCharsets.UTF_8));
                }
            }
            return keys.stream().sorted().toList();
        }
    }
}
