package nl.beleidsradar.ingest.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.service.DeadLetter;
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

/**
 * Sends dead letters back to their consumers. One transaction removes a letter and sends its record
 * again, the removal first: whatever is killed, a letter is on the list or its record is with the
 * consumer, and one that fails anew comes to lie behind the removal.
 */
final class RetryStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetryStream.class);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Map<String, Object> connection;
    private volatile @Nullable Thread opening;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    RetryStream(Map<String, Object> connection) {
        this.connection = connection;
    }

    /**
     * Ends, on a thread of its own, what was under way when this service was killed: until then the
     * consumers that read committed records stand still at it.
     */
    void start() {
        opening = Thread.ofVirtual().name("retries-opened").start(this::open);
    }

    private synchronized void open() {
        try {
            KafkaProducer<byte[], byte[]> ignored = producer();
        } catch (KafkaException e) {
            LOG.info("the broker ends by itself what was being tried again: {}", e.getMessage());
        } finally {
            // Idle for a week, the broker would not know it any more.
            drop();
        }
    }

    /**
     * Has the consumers try records again.
     *
     * @param inOrder of their places on the topics
     * @param isDue whether a letter still lies where it lay, and counts
     * @return how many; fewer where one is not due any more
     * @throws LedgerUnavailable if the broker does not take them all; those it did not take stay
     */
    synchronized int retry(List<SetAside> inOrder, Predicate<SetAside> isDue) {
        int sent = 0;
        try (var consumer = consumer()) {
            Map<SetAside, ConsumerRecord<byte[], byte[]>> batch = new LinkedHashMap<>();
            long size = 0;
            for (SetAside letter : inOrder) {
                ConsumerRecord<byte[], byte[]> record =
                        isDue.test(letter) ? read(consumer, letter) : null;
                if (record != null) {
                    batch.put(letter, record);
                    size += record.value().length;
                }
                if (batch.size() >= MOST_AT_ONCE || size > MOST_BYTES) {
                    sent += send(batch, isDue);
                    batch.clear();
                    size = 0;
                }
            }
            return sent + send(batch, isDue);
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

    private int send(
            Map<SetAside, ConsumerRecord<byte[], byte[]>> batch, Predicate<SetAside> isDue) {
        // Reading them took a while, in which a document may have been withdrawn.
        batch.keySet().removeIf(isDue.negate());
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
            // Above the time of one sending, and short: it is how long a kill may stop the readers.
            settings.put("transaction.timeout.ms", 20_000);
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

    @Override
    public void close() {
        Thread still = opening;
        if (still != null) {
            still.interrupt();
        }
        synchronized (this) {
            drop();
        }
    }
}
