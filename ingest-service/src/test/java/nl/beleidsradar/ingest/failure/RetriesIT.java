package nl.beleidsradar.ingest.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.OneBroker;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import nl.beleidsradar.ingest.ledger.PublishedDocuments;
import nl.beleidsradar.service.DeadLetter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Sending dead letters back, on a real broker. */
class RetriesIT {

    private static final DeadLetterTopic INDEX = DeadLetterTopic.INDEX;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HarvestLedger ledger = new HarvestLedger(new MemoryLog(), Clock.systemUTC());
    private EmbeddedKafkaKraftBroker kafka;
    private String brokers;
    private DeadLetterStream stream;

    @BeforeEach
    void start() throws Exception {
        kafka = OneBroker.start();
        brokers = kafka.getBrokersAsString();
        try (Admin admin = Admin.create(connection())) {
            admin.createTopics(
                            Stream.concat(
                                            Stream.of(DeadLetterTopic.values())
                                                    .map(DeadLetterTopic::topic),
                                            Stream.of(INDEX.retry()))
                                    .map(t -> new NewTopic(t, 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
        ledger.load();
        stream = new DeadLetterStream(connection());
    }

    @AfterEach
    void stop() {
        stream.destroy();
        kafka.destroy();
    }

    @Test
    void whatIsWithdrawnWhileManyAreTriedAgainIsNotSent() throws Exception {
        try (var producer = producer(Map.of())) {
            for (int i = 0; i < 201; i++) {
                enter("tk:" + i);
                setAside(producer, "tk:" + i);
            }
        }
        stream.afterPropertiesSet();
        await().atMost(SOON).until(() -> stream.all().size() == 201);
        var list = new DeadLetterList(stream, ledger);
        // One that is under way holds those that come after it.
        var under = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<SetAside> first = list.of("tk:0");
        Thread holding =
                Thread.ofVirtual()
                        .start(() ->
                                stream.retry(
                                        first,
                                        _ -> {
                                            under.countDown();
                                            pass(go);
                                            return false;
                                        }));
        pass(under);

        assertThat(list.retry(stream.all())).as("sent while nobody waits").isEqualTo(201);
        ledger.withdraw("tk:200");
        go.countDown();

        holding.join();
        await().atMost(SOON).until(() -> stream.all().size() == 1);
        assertThat(sent()).hasSize(200).doesNotContain("tk:200");
        assertThat(stream.all()).extracting(SetAside::documentId).containsExactly("tk:200");
    }

    @Test
    void whatIsRemovedBetweenReadingAndSendingIsNotSent() throws Exception {
        try (var producer = producer(Map.of())) {
            enter("tk:1");
            enter("tk:2");
            setAside(producer, "tk:1");
            setAside(producer, "tk:2");
        }
        stream.afterPropertiesSet();
        await().atMost(SOON).until(() -> stream.all().size() == 2);
        List<String> asked = new ArrayList<>();

        int retried =
                stream.retry(
                        stream.all(),
                        letter -> {
                            asked.add(letter.documentId());
                            return !letter.documentId().equals("tk:2") || asked.size() < 3;
                        });

        assertThat(retried).isEqualTo(1);
        assertThat(asked).containsExactly("tk:1", "tk:2", "tk:1", "tk:2");
        assertThat(sent()).containsExactly("tk:1");
    }

    @Test
    void aRestartEndsWhatWasBeingTriedAgain() throws Exception {
        var killed =
                producer(
                        Map.of(
                                "transactional.id",
                                "ingest-retries",
                                "transaction.timeout.ms",
                                "300000"));
        killed.initTransactions();
        killed.beginTransaction();
        killed.send(new ProducerRecord<>(INDEX.retry(), "tk:1", "half".getBytes(UTF_8))).get();
        killed.close(Duration.ZERO);
        try (var other = producer(Map.of())) {
            other.send(new ProducerRecord<>(INDEX.retry(), "tk:2", "whole".getBytes(UTF_8))).get();
        }

        stream.afterPropertiesSet();

        await().atMost(SOON).untilAsserted(() -> assertThat(sent()).containsExactly("tk:2"));
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enter(String id) {
        PublishedDocuments.enter(ledger, id);
    }

    private static void setAside(KafkaProducer<String, byte[]> producer, String id)
            throws ExecutionException, InterruptedException {
        var letter = new DeadLetter("documents.enriched", 0, id, false, "refused", "", 1);
        producer.send(
                        new ProducerRecord<>(
                                INDEX.topic(),
                                0,
                                id,
                                "{}".getBytes(UTF_8),
                                letter.on(new RecordHeaders())))
                .get();
    }

    /** The keys of what the index is to try again, as far as it is committed. */
    private List<String> sent() {
        List<String> keys = new ArrayList<>();
        var place = new TopicPartition(INDEX.retry(), 0);
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                (Object) brokers,
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            while (consumer.position(place) < end) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(100))) {
                    keys.add(r.key());
                }
            }
        }
        return keys;
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", brokers);
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var settings = new HashMap<>(connection());
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
