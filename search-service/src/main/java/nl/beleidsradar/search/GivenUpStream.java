package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.search.deliver.Delivery;
import nl.beleidsradar.search.deliver.Delivery.Outcome;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside what could not be delivered, so that it is on the list of failures and can be tried
 * again. An alert counts as failed only once it lies there.
 */
final class GivenUpStream {

    static final String DEAD_LETTERS = "alerts.raised.deliver.dlq";

    private static final Logger LOG = LoggerFactory.getLogger(GivenUpStream.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    /** Where an alert lies that has not ended; empty where nobody here delivers it. */
    @FunctionalInterface
    interface Places {
        OptionalLong of(int partition, String id);
    }

    private final DeadLetters letters;
    private final Places places;
    private final Delivery.Texts texts;
    private final List<Outcome> waiting = new ArrayList<>();
    private long lastRefused = System.nanoTime() - PAUSE_NANOS;

    GivenUpStream(DeadLetters letters, Places places, Delivery.Texts texts) {
        this.letters = letters;
        this.places = places;
        this.texts = texts;
    }

    /** A record that is no alert. */
    static void unreadable(
            DeadLetters letters, ConsumerRecord<byte[], byte[]> record, Exception why) {
        DeadLetter letter = DeadLetter.of(record, "unreadable", why.getClass().getSimpleName());
        letters.setAside(DEAD_LETTERS, letter.key(), letter, record);
    }

    /** Gives back what may be written: all but what failed and could not be set aside yet. */
    List<Outcome> setAside(List<Outcome> outcomes) {
        List<Outcome> write = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            boolean failed = outcome.record().state() == AlertDelivered.State.FAILED;
            (failed && !outcome.isQuestion() ? waiting : write).add(outcome);
        }
        while (!waiting.isEmpty() && System.nanoTime() - lastRefused >= PAUSE_NANOS) {
            try {
                if (setAside(waiting.getFirst())) {
                    write.add(waiting.getFirst());
                }
                waiting.removeFirst();
            } catch (IllegalStateException e) {
                // Told where it was tried, and shown in the service's health.
                lastRefused = System.nanoTime();
            } catch (KafkaException e) {
                LOG.warn("what failed cannot be set aside now: {}", e.toString());
                lastRefused = System.nanoTime();
            }
        }
        return write;
    }

    /** Whoever has the partition now finds out by itself what fails. */
    void lost(int partition) {
        waiting.removeIf(outcome -> outcome.partition() == partition);
    }

    /** Answers whether it ended here: not what was taken back, or what another instance has. */
    private boolean setAside(Outcome outcome) {
        OptionalLong offset = places.of(outcome.partition(), outcome.record().id());
        if (offset.isEmpty()) {
            return false;
        }
        Optional.ofNullable(texts.read(outcome.partition(), offset.getAsLong()))
                .ifPresent(raised -> setAside(outcome, raised, offset.getAsLong()));
        return true;
    }

    private void setAside(Outcome outcome, AlertRaised alert, long offset) {
        AlertDelivered failed = outcome.record();
        String kind = Recipient.parse(failed.recipient()).kind().toString();
        String detail = failed.detail();
        var letter =
                new DeadLetter(
                        Events.RAISED_TOPIC,
                        outcome.partition(),
                        failed.id(),
                        false,
                        "not-delivered",
                        detail == null ? kind : kind + ": " + detail,
                        Math.max(1, failed.attempts()));
        letters.setAside(
                DEAD_LETTERS, failed.id(), letter, record(outcome.partition(), offset, alert));
    }

    private static ConsumerRecord<byte[], byte[]> record(
            int partition, long offset, AlertRaised alert) {
        byte[] json = EventJson.write(alert);
        Headers headers =
                EventMessages.record(
                                Events.RAISED_TOPIC,
                                Events.RAISED_TYPE,
                                "search-service",
                                alert.id(),
                                json)
                        .headers();
        return new ConsumerRecord<>(
                Events.RAISED_TOPIC,
                partition,
                offset,
                alert.raised().toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                json.length,
                alert.id().getBytes(UTF_8),
                json,
                headers,
                Optional.empty());
    }

    /** Whether all that failed lies there. */
    boolean isDone() {
        return waiting.isEmpty();
    }
}
