package nl.beleidsradar.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.ThemeLog;
import nl.beleidsradar.search.theme.Themes;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The edge to the logs of themes: follows what staff saved and how far the archive is, and writes
 * what they save now.
 *
 * <p>All instances write under one transactional id. Beginning to write shuts every other writer
 * out and ends what it had under way; so what is read after that is all there is, and what is
 * written after that is only committed if no other writer began since. That makes reading, deciding
 * and writing one step.
 */
@Component
class ThemeStream implements ThemeLog, InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ThemeStream.class);
    private static final TopicPartition TOPIC = new TopicPartition(Events.THEMES_TOPIC, 0);

    // Together, with the check that comes before, below the 30 s that a client may wait.
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration BROKER = Duration.ofSeconds(6);
    private static final Duration END = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);

    private final Map<String, Object> connection;
    private final LogView changes;
    private final LogView progress;
    private final ReentrantLock turn = new ReentrantLock();

    ThemeStream(Environment environment, Themes themes, ArchiveProgress archive) {
        connection = KafkaConnection.of(environment);
        changes =
                new LogView(
                        Events.THEMES_TOPIC, connection, (id, json) -> change(themes, id, json));
        progress =
                new LogView(Events.RETAGGED_TOPIC, connection, (_, json) -> report(archive, json));
    }

    @Override
    public void afterPropertiesSet() {
        changes.start();
        progress.start();
    }

    @Override
    public void destroy() {
        changes.close();
        progress.close();
    }

    private static void change(Themes themes, String id, byte @Nullable [] json) {
        if (json == null) {
            // The ruleset's version is a sum of theme versions: without one it would go back.
            throw new IllegalArgumentException("theme " + id + " cannot be removed");
        }
        ThemeChanged change = EventJson.read(json, ThemeChanged.class);
        if (!change.id().equals(id)) {
            throw new IllegalArgumentException("theme " + change.id() + " under another key");
        }
        themes.take(change);
    }

    private static void report(ArchiveProgress archive, byte @Nullable [] json) {
        if (json != null) {
            archive.take(EventJson.read(json, ArchiveRetagged.class));
        }
    }

    @Override
    public Outcome write(Supplier<Optional<ThemeChanged>> change) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        }
        try {
            return writeAlone(change);
        } finally {
            turn.unlock();
        }
    }

    private Outcome writeAlone(Supplier<Optional<ThemeChanged>> change) {
        boolean committing = false;
        KafkaProducer<byte[], byte[]> producer = null;
        try {
            producer = producer();
            producer.initTransactions();
            if (!changes.awaitRead(end() - 1, READ)) {
                return new Outcome.Unavailable("the themes could not be read in time", false);
            }
            Optional<ThemeChanged> wanted = change.get();
            if (wanted.isEmpty()) {
                return new Outcome.Nothing();
            }
            producer.beginTransaction();
            var sent = producer.send(record(wanted.get()));
            committing = true;
            producer.commitTransaction();
            return changes.awaitRead(sent.get().offset(), READ)
                    ? new Outcome.Written()
                    : new Outcome.Unavailable("saved, but not seen here yet", true);
        } catch (ProducerFencedException
                | InvalidProducerEpochException
                | InvalidTxnStateException e) {
            return new Outcome.Busy();
        } catch (KafkaException | ExecutionException e) {
            return failed(e, committing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e, committing);
        } finally {
            if (producer != null) {
                // Whatever is still open is ended by the next writer, or by the broker.
                producer.close(Duration.ZERO);
            }
        }
    }

    private static Outcome failed(Exception e, boolean committing) {
        Throwable cause = e.getCause();
        if (cause instanceof ProducerFencedException
                || cause instanceof InvalidProducerEpochException) {
            return new Outcome.Busy();
        }
        LOG.warn("theme not written: {}", e.toString());
        return new Outcome.Unavailable(
                committing
                        ? "the log of themes did not confirm in time; it may be saved or not"
                        : "the log of themes cannot be reached",
                committing);
    }

    private static ProducerRecord<byte[], byte[]> record(ThemeChanged change) {
        return EventMessages.record(
                Events.THEMES_TOPIC,
                Events.THEME_TYPE,
                "search-service",
                change.id(),
                EventJson.write(change));
    }

    /** One past the last record, committed or not: after the fence all of them are decided. */
    private long end() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("default.api.timeout.ms", (int) END.toMillis());
        settings.put("request.timeout.ms", (int) END.toMillis());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return Objects.requireNonNull(
                    consumer.endOffsets(List.of(TOPIC), END).get(TOPIC), "end of themes");
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("transactional.id", "themes-writer");
        settings.put("transaction.timeout.ms", 10_000);
        settings.put("acks", "all");
        settings.put("max.block.ms", BROKER.toMillis());
        settings.put("request.timeout.ms", 3_000);
        settings.put("delivery.timeout.ms", 5_000);
        settings.put("max.request.size", 8 * 1024 * 1024);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
