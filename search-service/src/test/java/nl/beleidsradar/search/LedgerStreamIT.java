package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.beleidsradar.search.ledger.Given.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.ledger.LedgerTopology;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mention ledger on a real broker, while it and the broker are killed. */
@Tag("once")
class LedgerStreamIT {

    private static final int RECIPIENTS = 20;
    private static final int DOCUMENTS = 150;
    private static final long SEED = 20261121;

    @TempDir static Path state;
    private static KafkaServer kafka;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start();
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "enable.idempotence",
                                true),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void tellsEachThingOnceWhateverIsKilled() throws InterruptedException {
        System.out.println("seed " + SEED);
        List<AlertCandidate> load = load(new Random(SEED));
        LedgerProcess first = LedgerProcess.start(kafka.bootstrapServers(), state, "0");
        LedgerProcess second = null;
        try {
            send(load.subList(0, load.size() / 4));
            first.kill();
            first = LedgerProcess.start(kafka.bootstrapServers(), state, "0");
            // Half way: it has begun again, and has more than it had.
            awaitRaised(1);
            second = LedgerProcess.start(kafka.bootstrapServers(), state, "1");
            send(load.subList(load.size() / 4, load.size() / 2));
            raw("local/inbox", "{".getBytes(UTF_8));
            kafka.kill();
            kafka.restart();
            send(load.subList(load.size() / 2, load.size()));
            Thread.sleep(500);
            first.kill();
            long killed = System.nanoTime();
            first = LedgerProcess.start(kafka.bootstrapServers(), state, "0");
            awaitRaised(RECIPIENTS * DOCUMENTS);
            System.out.printf(
                    "all raised %d ms after the last kill%n",
                    (System.nanoTime() - killed) / 1_000_000);
            // What would come twice has had the time to come.
            Thread.sleep(2_000);
        } finally {
            first.close();
            if (second != null) {
                second.close();
            }
        }

        List<ConsumerRecord<byte[], byte[]>> raised = read(Events.RAISED_TOPIC, 4);
        List<String> told = new ArrayList<>();
        Map<String, Integer> partitions = partitionsOfCandidates();
        for (var r : raised) {
            AlertRaised alert = EventJson.read(r.value(), AlertRaised.class);
            told.add(alert.recipient() + " " + alert.document().id());
            assertThat(r.partition()).isEqualTo(partitions.get(alert.recipient()));
            assertThat(new String(r.key(), UTF_8)).isEqualTo(alert.id());
        }
        assertThat(told).doesNotHaveDuplicates().hasSize(RECIPIENTS * DOCUMENTS);
        assertThat(read(LedgerTopology.DEAD_LETTERS, 1)).hasSize(1);
    }

    /** Each document for each recipient, every fifth again at some later moment. */
    private static List<AlertCandidate> load(Random random) {
        List<AlertCandidate> all = new ArrayList<>();
        for (int d = 0; d < DOCUMENTS; d++) {
            for (int r = 0; r < RECIPIENTS; r++) {
                all.add(
                        document("tk:" + d)
                                .to("local/mail/r" + r + "@example.org")
                                .theme("water", "Zin van document " + d)
                                .candidate());
            }
        }
        Collections.shuffle(all, random);
        List<AlertCandidate> load = new ArrayList<>(all);
        for (AlertCandidate candidate : all) {
            if (random.nextInt(5) == 0) {
                load.add(random.nextInt(load.size()), candidate);
            }
        }
        return load;
    }

    private static void send(List<AlertCandidate> candidates) throws InterruptedException {
        for (AlertCandidate candidate : candidates) {
            producer.send(
                    EventMessages.record(
                            Events.CANDIDATES_TOPIC,
                            Events.CANDIDATE_TYPE,
                            "test",
                            candidate.recipient(),
                            EventJson.write(candidate)));
            if (Math.floorMod(candidate.hashCode(), 10) == 0) {
                Thread.sleep(1);
            }
        }
        producer.flush();
    }

    private static void raw(String key, byte[] value) {
        producer.send(EventMessages.record(Events.CANDIDATES_TOPIC, "test", "test", key, value));
        producer.flush();
    }

    private static void awaitRaised(int least) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> read(Events.RAISED_TOPIC, 4).size() >= least);
    }

    private static Map<String, Integer> partitionsOfCandidates() {
        Map<String, Integer> partitions = new HashMap<>();
        read(Events.CANDIDATES_TOPIC, 4)
                .forEach(r -> partitions.put(new String(r.key(), UTF_8), r.partition()));
        return partitions;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int partitions) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int i = 0; i < partitions; i++) {
                all.add(new TopicPartition(topic, i));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))
                    && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
