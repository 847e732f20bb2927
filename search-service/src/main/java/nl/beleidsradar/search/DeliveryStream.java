package nl.beleidsradar.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.search.deliver.Delivery;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.KafkaConnection;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The edge to the logs of alerts: takes what was raised, has it delivered, and writes what became
 * of it. The partitions are shared by the instances. An offset is committed only up to the oldest
 * alert that has not ended, so that whoever takes over begins there.
 */
@Component
class DeliveryStream implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryStream.class);
    private static final String GROUP = "deliver";
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration CURRENT = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(12);
    private static final long DRAIN_NANOS = Duration.ofSeconds(8).toNanos();
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Delivery delivery;
    private final SubscriptionStream subscriptions;
    private final DeadLetters letters;
    private final Map<String, Object> connection;
    private final String instance;
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final Set<TopicPartition> stuck = new HashSet<>();
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;
    private @Nullable Thread thread;
    private long lastCommit;
    private int partitions;

    DeliveryStream(
            Environment environment,
            Delivery delivery,
            SubscriptionStream subscriptions,
            DeadLetters letters) {
        this.letters = letters;
        this.delivery = delivery;
        this.subscriptions = subscriptions;
        connection = KafkaConnection.of(environment);
        instance = environment.getProperty("beleidsradar.alerts.ledger.instance", "0");
    }

    @Override
    public void afterPropertiesSet() {
        thread = Thread.ofPlatform().name("deliver").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try (var consumer = consumer();
                    var history = new DeliveryHistoryStream(connection);
                    var outcomes =
                            new OutcomeStream(
                                    connection,
                                    new GivenUpStream(letters, delivery::offset, history))) {
                open = consumer;
                follow(consumer, history, outcomes);
            } catch (WakeupException e) {
                // Closing: the loop's condition ends it.
            } catch (KafkaException e) {
                LOG.warn("alerts cannot be delivered now: {}", e.toString());
            } catch (RuntimeException e) {
                LOG.error("the delivery begins anew", e);
            } finally {
                ends.keySet().forEach(delivery::revoked);
                ends.clear();
                committed.clear();
                paused.clear();
                stuck.clear();
            }
            pause();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("group.id", GROUP);
        // A static member that comes back within the session time takes its partitions up at once.
        settings.put("group.instance.id", GROUP + "-" + instance);
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", 200);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(
            KafkaConsumer<byte[], byte[]> consumer,
            DeliveryHistoryStream history,
            OutcomeStream outcomes) {
        partitions = consumer.partitionsFor(Events.RAISED_TOPIC).size();
        consumer.subscribe(
                List.of(Events.RAISED_TOPIC), new Partitions(consumer, history, outcomes));
        boolean busy = false;
        while (!closed) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(busy ? BUSY : IDLE);
            take(records);
            caughtUp(consumer);
            outcomes.write(delivery.finish());
            // What a subscription is at this moment decides: without knowing, nothing is sent.
            if (!delivery.isIdle() && subscriptions.awaitCurrent(CURRENT)) {
                outcomes.write(delivery.start(history, this::partition));
            }
            outcomes.written(delivery::written);
            pauseFull(consumer);
            if (System.nanoTime() - lastCommit > COMMIT_NANOS) {
                commit(consumer, consumer.assignment(), false);
            }
            busy = !delivery.isQuiet() || !outcomes.isDone() || !records.isEmpty();
        }
        leave(consumer, consumer.assignment(), outcomes);
    }

    /**
     * The consumer's position is past all of a poll. So until all of a partition is taken or set
     * aside it is not committed, not even in leaving it.
     */
    private void take(ConsumerRecords<byte[], byte[]> records) {
        stuck.addAll(records.partitions());
        for (TopicPartition p : records.partitions()) {
            records.records(p).forEach(this::take);
            stuck.remove(p);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> r) {
        String id = new String(r.key(), StandardCharsets.UTF_8);
        try {
            delivery.take(
                    r.partition(),
                    r.offset(),
                    id,
                    r.value() == null ? null : EventJson.read(r.value(), AlertRaised.class),
                    DeadLetter.isRetry(r.headers())
                            ? Instant.ofEpochMilli(r.timestamp())
                            : Instant.MIN);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("not delivered {}: offset {} cannot be read", id, r.offset());
            GivenUpStream.unreadable(letters, r, e);
        }
    }

    private int partition(String recipient) {
        byte[] key = recipient.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private void caughtUp(KafkaConsumer<byte[], byte[]> consumer) {
        for (TopicPartition p : consumer.assignment()) {
            Long end = ends.get(p.partition());
            if (end != null && end >= 0 && consumer.position(p) >= end) {
                delivery.caughtUp(p.partition());
                ends.put(p.partition(), -1L);
            }
        }
    }

    private void pauseFull(KafkaConsumer<byte[], byte[]> consumer) {
        for (TopicPartition p : consumer.assignment()) {
            if (delivery.full(p.partition()) && paused.add(p)) {
                LOG.warn("no further alerts are taken from partition {} for now", p.partition());
                consumer.pause(List.of(p));
            } else if (!delivery.full(p.partition()) && paused.remove(p)) {
                consumer.resume(List.of(p));
            }
        }
    }

    private void commit(
            KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> of, boolean wait) {
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition p : of) {
            if (stuck.contains(p)) {
                continue;
            }
            long offset = delivery.oldest(p.partition()).orElseGet(() -> consumer.position(p));
            if (!Long.valueOf(offset).equals(committed.put(p, offset))) {
                offsets.put(p, new OffsetAndMetadata(offset));
            }
        }
        if (offsets.isEmpty()) {
            return;
        }
        if (!wait) {
            consumer.commitAsync(
                    offsets,
                    (failed, e) -> {
                        if (e != null) {
                            failed.keySet().forEach(committed::remove);
                        }
                    });
            return;
        }
        try {
            consumer.commitSync(offsets, CURRENT);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("offsets not committed: {}", e.getMessage());
        }
    }

    /** Lets what is under way end, writes what became of it, and commits. */
    private void leave(
            KafkaConsumer<byte[], byte[]> consumer,
            Collection<TopicPartition> left,
            OutcomeStream outcomes) {
        long deadline = System.nanoTime() + DRAIN_NANOS;
        do {
            outcomes.write(delivery.finish());
            outcomes.written(delivery::written);
            if (delivery.isQuiet() && outcomes.isDone()) {
                break;
            }
            sleep(BUSY);
        } while (System.nanoTime() < deadline);
        outcomes.written(delivery::written);
        commit(consumer, left, true);
    }

    private final class Partitions implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final DeliveryHistoryStream history;
        private final OutcomeStream outcomes;

        Partitions(
                KafkaConsumer<byte[], byte[]> consumer,
                DeliveryHistoryStream history,
                OutcomeStream outcomes) {
            this.consumer = consumer;
            this.history = history;
            this.outcomes = outcomes;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            for (TopicPartition p : assigned) {
                long from = consumer.position(p);
                ends.put(p.partition(), history.end(p.partition()));
                delivery.assigned(
                        p.partition(),
                        history.outcomes(
                                p.partition(), from, delivery.oldestQuestion().orElse(null)));
                LOG.info("delivering partition {} from offset {}", p.partition(), from);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            if (!revoked.isEmpty()) {
                leave(consumer, revoked, outcomes);
                onPartitionsLost(revoked);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            for (TopicPartition p : lost) {
                delivery.revoked(p.partition());
                outcomes.lost(p.partition());
                ends.remove(p.partition());
                committed.remove(p);
                paused.remove(p);
            }
        }
    }

    private void pause() {
        long until = System.nanoTime() + AGAIN.toNanos();
        while (!closed && System.nanoTime() < until) {
            sleep(BUSY);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        if (thread != null) {
            thread.join(STOP);
        }
        KafkaConsumer<byte[], byte[]> still = open;
        if (still != null && thread != null && thread.isAlive()) {
            still.wakeup();
        }
    }
}
