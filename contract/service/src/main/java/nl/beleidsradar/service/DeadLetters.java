package nl.beleidsradar.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Sets records aside that a consumer cannot use. While the dead-letter topic does not take one, its
 * consumer stays where it is and tries again, health is down and says so: no record is left behind
 * that is on neither topic. Compacted topics hold them, so that a key's newest failure replaces the
 * one before.
 */
public final class DeadLetters implements HealthIndicator, AutoCloseable {

    /** Counts records set aside, by topic and reason. */
    static final String SET_ASIDE = "beleidsradar.deadletters";

    /** Counts tries to set one aside that failed, by topic. */
    static final String UNSENT = "beleidsradar.deadletters.unsent";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration ACKNOWLEDGED = Duration.ofSeconds(25);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofMinutes(2);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final BackOff NEVER = new FixedBackOff(0, 0);

    private final Map<String, Object> connection;
    private final MeterRegistry registry;
    private final Map<String, Unsent> unsent = new ConcurrentHashMap<>();
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** A record that is on neither topic's far side yet. */
    private record Unsent(String why, Instant at) {}

    /**
     * @param connection see {@link KafkaConnection}
     */
    public DeadLetters(Map<String, Object> connection, MeterRegistry registry) {
        this.connection = connection;
        this.registry = registry;
    }

    /**
     * For a consumer of batches: waits without end, except for a {@link FailedRecord} that says
     * otherwise.
     */
    public DefaultErrorHandler waiting(
            String topic, BiFunction<String, String, String> keyOfTopicAndKey) {
        return handler(topic, unlimited(), keyOfTopicAndKey);
    }

    public DefaultErrorHandler waiting(String topic) {
        return waiting(topic, (_, key) -> key);
    }

    /**
     * For a consumer of single records: sets aside after a few tries, except where the broker is
     * away or a {@link FailedRecord} says otherwise.
     */
    public DefaultErrorHandler trying(String topic) {
        return handler(topic, few(), (_, key) -> key);
    }

    private DefaultErrorHandler handler(
            String topic, BackOff otherwise, BiFunction<String, String, String> key) {
        var handler =
                new DefaultErrorHandler((record, e) -> setAside(topic, record, e, key), otherwise);
        handler.setBackOffFunction((_, e) -> backOff(e));
        return handler;
    }

    /** Null for the handler's own. */
    private static @Nullable BackOff backOff(Exception failure) {
        FailedRecord record = FailedRecord.in(failure);
        if (record == null) {
            return isBrokerAway(failure) ? unlimited() : null;
        }
        return switch (record.again()) {
            case NEVER -> NEVER;
            case FEW -> few();
            case UNTIL_IT_WORKS -> unlimited();
        };
    }

    private static boolean isBrokerAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff few() {
        var few = new ExponentialBackOff(500, 2.5);
        few.setMaxInterval(3_000);
        few.setMaxAttempts(3);
        return few;
    }

    private static BackOff unlimited() {
        var unlimited = new ExponentialBackOff(500, 2);
        unlimited.setMaxInterval(10_000);
        return unlimited;
    }

    private void setAside(
            String topic,
            ConsumerRecord<?, ?> record,
            Exception failure,
            BiFunction<String, String, String> keyOf) {
        FailedRecord failed = FailedRecord.in(failure);
        var taken = bytes(record);
        DeadLetter letter =
                DeadLetter.of(
                        taken,
                        failed == null ? "error" : failed.reason(),
                        failed == null ? innermost(failure) : failed.detail());
        setAside(topic, keyOf.apply(letter.topic(), letter.key()), letter, taken);
    }

    /**
     * Writes a dead letter; returns when the broker has it.
     *
     * @param topic of the dead letters
     * @param key under which it replaces an older one
     * @throws IllegalStateException, after a pause, if the topic does not take it; the record must
     *     then not be left behind
     */
    public void setAside(
            String topic, String key, DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        String place = new TopicPartition(record.topic(), record.partition()).toString();
        byte[] value = record.value() == null ? new byte[0] : record.value();
        var sent =
                new ProducerRecord<>(
                        topic, 0, key.getBytes(UTF_8), value, letter.on(record.headers()));
        try {
            producer().send(sent).get(ACKNOWLEDGED.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw notSent(topic, place, letter, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while setting aside " + letter.key(), e);
        }
        unsent.remove(place);
        registry.counter(SET_ASIDE, "topic", topic, "reason", letter.reason()).increment();
        LOG.warn("set aside {}: {}", letter.key(), letter.reason());
    }

    private IllegalStateException notSent(
            String topic, String place, DeadLetter letter, Exception e) {
        String why = topic + " does not take " + letter.key() + ": " + innermost(e);
        unsent.put(place, new Unsent(why, Instant.now()));
        registry.counter(UNSENT, "topic", topic).increment();
        LOG.error("{} stands still: {}", place, why);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException(why, e);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key() instanceof byte[] key ? key : new byte[0],
                record.value() instanceof byte[] value ? value : null,
                record.headers(),
                record.leaderEpoch());
    }

    /** Made at first use: the client refuses to be built while the host name is unknown. */
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(connection);
            settings.put("acks", "all");
            settings.put("max.request.size", MOST_BYTES);
            settings.put("max.block.ms", 10_000);
            settings.put("request.timeout.ms", 5_000);
            settings.put("delivery.timeout.ms", 20_000);
            settings.put("linger.ms", 0);
            producer =
                    new KafkaProducer<>(
                            settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public Health health() {
        unsent.values().removeIf(u -> u.at().isBefore(Instant.now().minus(STALE)));
        if (unsent.isEmpty()) {
            return Health.up().build();
        }
        Health.Builder down = Health.down();
        unsent.forEach((place, u) -> down.withDetail(place, u.why()));
        return down.build();
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
