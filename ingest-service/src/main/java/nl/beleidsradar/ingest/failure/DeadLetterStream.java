package nl.beleidsradar.ingest.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies on the dead-letter topics, and sending it back. One transaction removes a letter and
 * sends its record again, the removal first: whatever is killed, a letter is on the list or its
 * record is with the consumer, and one that fails anew comes to lie behind the removal.
 */
@Component
final class DeadLetterStream implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterStream.class);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Map<String, Object> connection;
    private final Map<DeadLetterTopic, Map<String, SetAside>> held = new ConcurrentHashMap<>();
    private final List<LogView> views = new ArrayList<>();
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** What any of the payloads says of its document. */
    private record Named(
            @Nullable String id,
            @Nullable String title,
            @Nullable Long sequence,
            @Nullable Named document) {}

    @Autowired
    DeadLetterStream(Environment environment) {
        this(KafkaConnection.of(environment));
    }

    DeadLetterStream(Map<String, Object> connection) {
        this.connection = connection;
        for (DeadLetterTopic topic : DeadLetterTopic.values()) {
            held.put(topic, new ConcurrentHashMap<>());
            views.add(new LogView(topic.topic(), connection, record -> take(topic, record)));
        }
    }

    @Override
    public void afterPropertiesSet() {
        views.forEach(LogView::start);
    }

    List<SetAside> all() {
        return held.values().stream().flatMap(letters -> letters.values().stream()).toList();
    }

    private void take(DeadLetterTopic topic, ConsumerRecord<String, byte[]> record) {
        Map<String, SetAside> letters = held.getOrDefault(topic, Map.of());
        String key = record.key() == null ? "" : record.key();
        if (record.value() == null) {
            letters.remove(key);
        } else {
            letters.put(key, read(topic, key, record));
        }
    }

    private static SetAside read(
            DeadLetterTopic topic, String key, ConsumerRecord<String, byte[]> record) {
        DeadLetter letter = DeadLetter.read(bytes(record));
        Named whole = named(record.value());
        Named document =
                topic == DeadLetterTopic.ENRICH || whole == null ? whole : whole.document();
        String id = topic.ofDocuments() || document == null ? null : document.id();
        Long sequence = document == null ? null : document.sequence();
        return new SetAside(
                topic,
                key,
                record.offset(),
                letter,
                id != null ? id : topic.ofDocuments() ? letter.key() : alert(letter.key()),
                document == null ? null : document.title(),
                sequence == null ? 0 : sequence,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** Names what holds no document by something that fits into an address. */
    private static String alert(String key) {
        return "alert:"
                + (key.matches("[A-Za-z0-9._~-]{1,160}") ? key : BlobRef.hash(key.getBytes(UTF_8)));
    }

    private static @Nullable Named named(byte[] payload) {
        try {
            return JSON.readValue(payload, Named.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * Has the consumers try records again.
     *
     * @return how many; fewer where a letter was replaced or removed meanwhile
     * @throws LedgerUnavailable if the broker does not take them all; those it did not take stay
     */
    synchronized int retry(Collection<SetAside> letters) {
        int sent = 0;
        List<SetAside> inOrder =
                letters.stream()
                        .sorted(
                                Comparator.comparing(SetAside::topic)
                                        .thenComparing(SetAside::offset))
                        .toList();
        try (var consumer = consumer()) {
            Map<SetAside, ConsumerRecord<byte[], byte[]>> batch = new HashMap<>();
            long size = 0;
            for (SetAside letter : inOrder) {
                ConsumerRecord<byte[], byte[]> record = read(consumer, letter);
                if (record != null) {
                    batch.put(letter, record);
                    size += record.value().length;
                }
                if (batch.size() >= MOST_AT_ONCE || size > MOST_BYTES) {
                    sent += send(batch);
                    batch.clear();
                    size = 0;
                }
            }
            return sent + send(batch);
        } catch (KafkaException e) {
            throw new LedgerUnavailable("dead letters cannot be read", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", (int) READ.toMillis());
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", 1);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Null if the letter is not there any more. */
    private @Nullable ConsumerRecord<byte[], byte[]> read(
            KafkaConsumer<byte[], byte[]> consumer, SetAside letter) {
        if (!held.getOrDefault(letter.topic(), Map.of()).containsValue(letter)) {
            return null;
        }
        var place = new TopicPartition(letter.topic().topic(), 0);
        consumer.assign(List.of(place));
        consumer.seek(place, letter.offset());
        long until = System.nanoTime() + READ.toNanos();
        while (System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                return record.offset() == letter.offset() && record.value() != null ? record : null;
            }
            if (consumer.position(place) > letter.offset()) {
                return null;
            }
        }
        throw new LedgerUnavailable(place + " offset " + letter.offset() + " cannot be read", null);
    }

    private int send(Map<SetAside, ConsumerRecord<byte[], byte[]>> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        boolean done = false;
        try {
            KafkaProducer<byte[], byte[]> open = producer();
            open.beginTransaction();
            List<Future<RecordMetadata>> removals = new ArrayList<>();
            batch.forEach((letter, record) ->
                    removals.add(
                            open.send(
                                    new ProducerRecord<>(
                                            record.topic(), 0, record.key(), (byte[]) null))));
            // A consumer may see its record before the transaction ends, and fail at once.
            for (Future<RecordMetadata> removal : removals) {
                removal.get();
            }
            batch.forEach((letter, record) -> open.send(again(letter, record)));
            open.commitTransaction();
            done = true;
        } catch (ExecutionException | KafkaException e) {
            throw new LedgerUnavailable("dead letters are not sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("stopped while sending dead letters again", e);
        } finally {
            if (!done) {
                drop();
            }
        }
        batch.keySet()
                .forEach(l -> LOG.info("tried again {}: {}", l.documentId(), l.topic().stage()));
        return batch.size();
    }

    private static ProducerRecord<byte[], byte[]> again(
            SetAside letter, ConsumerRecord<byte[], byte[]> record) {
        DeadLetter dead = letter.letter();
        return new ProducerRecord<>(
                letter.topic().retry(),
                letter.topic().samePartition() && dead.partition() >= 0 ? dead.partition() : null,
                dead.key().getBytes(UTF_8),
                dead.removal() ? null : record.value(),
                dead.onRetry(record.headers()));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(connection);
            settings.put("transactional.id", "ingest-retries");
            settings.put("transaction.timeout.ms", 30_000);
            settings.put("acks", "all");
            settings.put("max.request.size", LARGEST);
            settings.put("max.block.ms", 10_000);
            settings.put("request.timeout.ms", 5_000);
            settings.put("delivery.timeout.ms", 15_000);
            producer =
                    new KafkaProducer<>(
                            settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactions();
        }
        return producer;
    }

    /** What was under way is undone by the next producer of this name, or by the broker. */
    private void drop() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                key == null ? new byte[0] : key.getBytes(UTF_8),
                record.value(),
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public synchronized void destroy() {
        views.forEach(LogView::close);
        drop();
    }
}
