package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.beleidsradar.search.TestDocument.document;
import static nl.beleidsradar.search.match.SubscriptionsOf.of;
import static nl.beleidsradar.search.match.SubscriptionsOf.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.match.AlertMatcher;
import nl.beleidsradar.search.subscription.SubscriptionLog;
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
import org.springframework.context.ConfigurableApplicationContext;

/** Matching on a real Kafka of its own, without Elasticsearch. */
@TestMethodOrder(MethodOrderer.MethodName.class)
@Tag("once")
class MatchStreamIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Duration LONG = Duration.ofSeconds(60);

    private static KafkaServer kafka;
    private static ConfigurableApplicationContext service;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        service = service("0");
    }

    private static ConfigurableApplicationContext service(String instance) {
        return TestService.start(
                "http://127.0.0.1:1",
                "target/store",
                kafka.bootstrapServers(),
                "http://127.0.0.1:1",
                "--BELEIDSRADAR_INSTANCE=" + instance);
    }

    @AfterAll
    static void stop() {
        service.close();
        producer.close();
        kafka.close();
    }

    @Test
    void aTellsEachRecipientOfADocumentOnceWithoutElasticsearch() {
        follow(of("a1", "anna", query("stikstof")));
        follow(of("a2", "anna", query("stikstof bos")));
        follow(of("b1", "bram", query("stikstof")));
        follow(of("c1", "cees", query("onvindbaar")));

        send(document("tk:een").text("Over stikstof in het bos."));
        send(document("tk:twee").text("Over niets."));
        send(document("tk:drie").text("Meer stikstof."));

        List<ConsumerRecord<byte[], byte[]>> told = candidates(4);
        assertThat(told)
                .extracting(r -> new String(r.key(), UTF_8) + " " + candidate(r).document().id())
                .containsExactlyInAnyOrder(
                        "anna/inbox tk:een",
                        "bram/inbox tk:een",
                        "anna/inbox tk:drie",
                        "bram/inbox tk:drie");
        assertThat(told)
                .allSatisfy(r -> {
                    assertThat(header(r, "ce_type")).isEqualTo(Events.CANDIDATE_TYPE);
                    assertThat(header(r, "ce_subject")).isEqualTo(candidate(r).recipient());
                    assertThat(header(r, "traceparent")).startsWith("00-" + TRACE);
                });
    }

    @Test
    void bSetsAsideWhatIsNoEventAndMatchesTheRest() {
        int before = all(Events.CANDIDATES_TOPIC).size();
        send(document("tk:voor").text("stikstof"));
        raw("tk:gif", "{\"document\":".getBytes(UTF_8));
        send(document("tk:na").text("stikstof"));
        raw("tk:leeg", "{}".getBytes(UTF_8));
        raw("tk:weg", null);
        send(document("tk:zoek").textRef("texts/sha256-" + "0".repeat(64)));
        send(document("tk:later").text("stikstof"));

        candidates(before + 6);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(all("documents.enriched.match.dlq"))
                                .extracting(r -> new String(r.key(), UTF_8))
                                .containsExactlyInAnyOrder("tk:gif", "tk:leeg", "tk:zoek"));
    }

    @Test
    void cHeedsASubscriptionFromItsAcknowledgementOn() {
        int before = all(Events.CANDIDATES_TOPIC).size();
        for (int i = 0; i < 25; i++) {
            follow(of("nu" + i, "dirk", query("uniekwoord" + i)));
            send(document("tk:nu" + i).text("Met uniekwoord" + i + "."));
        }

        assertThat(candidates(before + 25).subList(before, before + 25))
                .extracting(r -> candidate(r).document().id())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "tk:nu" + i).toList());
    }

    @Test
    void dMatchesEachDocumentOnOneOfTwoInstances() {
        try (ConfigurableApplicationContext other = service("1")) {
            int before = all(Events.CANDIDATES_TOPIC).size();
            other.getBean(SubscriptionLog.class)
                    .write(() -> List.of(change(of("twee", "eva", query("tweetal")))));
            // Those of the other instance are taken over and given back meanwhile.
            for (int i = 0; i < 60; i++) {
                send(document("tk:samen" + i).text("Een tweetal."));
                sleep(100);
            }

            List<ConsumerRecord<byte[], byte[]>> told = candidates(before + 60);
            assertThat(told.subList(before, told.size()))
                    .extracting(r -> candidate(r).document().id())
                    .containsAll(IntStream.range(0, 60).mapToObj(i -> "tk:samen" + i).toList());
            assertThat(other.getBean(AlertMatcher.class).stored())
                    .isEqualTo(service.getBean(AlertMatcher.class).stored());
        }
    }

    private static void follow(Subscription subscription) {
        assertThat(
                        service.getBean(SubscriptionLog.class)
                                .write(() -> List.of(change(subscription))))
                .isInstanceOf(SubscriptionLog.Outcome.Written.class);
    }

    private static SubscriptionLog.Change change(Subscription subscription) {
        return new SubscriptionLog.Change(subscription.id(), subscription);
    }

    private static void send(TestDocument document) {
        raw(document.event().document().id(), EventJson.write(document.event()));
    }

    private static void raw(String id, byte[] value) {
        var record = new ProducerRecord<>(Events.ENRICHED_TOPIC, id.getBytes(UTF_8), value);
        record.headers()
                .add("content-type", "application/json".getBytes(UTF_8))
                .add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That many, and a little later still not more. */
    private static List<ConsumerRecord<byte[], byte[]>> candidates(int number) {
        await().atMost(LONG).until(() -> all(Events.CANDIDATES_TOPIC).size() >= number);
        sleep(500);
        List<ConsumerRecord<byte[], byte[]>> all = all(Events.CANDIDATES_TOPIC);
        assertThat(all).hasSize(number);
        return all;
    }

    private static AlertCandidate candidate(ConsumerRecord<byte[], byte[]> r) {
        return EventJson.read(r.value(), AlertCandidate.class);
    }

    private static String header(ConsumerRecord<byte[], byte[]> r, String name) {
        return new String(r.headers().lastHeader(name).value(), UTF_8);
    }

    /** In the order of writing, as far as the broker's clock tells. */
    private static List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
            }
            all.sort((a, b) -> Long.compare(a.timestamp(), b.timestamp()));
            return all;
        }
    }
}
