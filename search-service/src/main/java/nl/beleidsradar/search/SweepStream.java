package nl.beleidsradar.search;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.search.proof.DayLog;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.KafkaConnection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** The edge to the log for the nightly sweep: reads a day again, apart from every group. */
@Component
class SweepStream implements DayLog {

    private static final Logger LOG = LoggerFactory.getLogger(SweepStream.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STALLED = Duration.ofSeconds(30);
    private static final Duration SEND = Duration.ofSeconds(20);

    private final Map<String, Object> connection;

    SweepStream(Environment environment) {
        connection = KafkaConnection.of(environment);
    }

    @Override
    public void read(Instant from, Instant to, Reader reader) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("max.poll.records", 50);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = begin(consumer, from);
            Instant progress = Instant.now();
            while (!consumer.assignment().isEmpty() && behind(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(POLL)) {
                    progress = Instant.now();
                    Instant written = Instant.ofEpochMilli(r.timestamp());
                    if (r.value() != null && written.isBefore(to)) {
                        read(r, written, reader);
                    }
                }
                if (Duration.between(progress, Instant.now()).compareTo(STALLED) > 0) {
                    throw new LogUnavailable("the log of documents stalls", new KafkaException());
                }
            }
        } catch (KafkaException e) {
            throw new LogUnavailable("the log of documents cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<TopicPartition, Long> begin(
            KafkaConsumer<String, byte[]> consumer, Instant from) {
        List<TopicPartition> all =
                consumer.partitionsFor(Events.ENRICHED_TOPIC).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, OffsetAndTimestamp> starts =
                consumer.offsetsForTimes(
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), p -> from.toEpochMilli())));
        consumer.assign(all.stream().filter(p -> starts.get(p) != null).toList());
        consumer.assignment()
                .forEach(p -> consumer.seek(p, Objects.requireNonNull(starts.get(p)).offset()));
        return ends;
    }

    private static boolean behind(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return consumer.assignment().stream()
                .anyMatch(p -> consumer.position(p) < Objects.requireNonNull(ends.get(p)));
    }

    private static void read(ConsumerRecord<String, byte[]> r, Instant written, Reader reader) {
        try {
            reader.read(EventJson.read(r.value(), DocumentEnriched.class), written);
        } catch (JacksonException e) {
            // The matcher has set it aside in the dead letters.
            LOG.warn("not swept {}: unreadable", r.key());
        }
    }

    @Override
    public void send(AlertCandidate candidate) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("max.block.ms", SEND.toMillis());
        settings.put("request.timeout.ms", 5_000);
        settings.put("delivery.timeout.ms", (int) SEND.toMillis());
        settings.put("max.request.size", 8 * 1024 * 1024);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            EventMessages.record(
                                    Events.CANDIDATES_TOPIC,
                                    Events.CANDIDATE_TYPE,
                                    "search-service",
                                    candidate.recipient(),
                                    EventJson.write(candidate)))
                    .get(SEND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new LogUnavailable("the ledger's log cannot be written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted", e);
        }
    }
}
