package nl.beleidsradar.ingest;

import java.nio.charset.StandardCharsets;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

/**
 * Publishes extracted documents on {@code documents.extracted}, keyed by document id. The binding's
 * producer is synchronous: returning means that the broker has the event on all replicas in sync.
 */
@Component
final class IngestStream {

    private static final String BINDING = "extracted-out-0";

    private final StreamBridge bridge;

    IngestStream(StreamBridge bridge) {
        this.bridge = bridge;
    }

    /**
     * The event's text must be in the document store already: a large event names it there.
     *
     * @throws UnusableDocument if the broker will never take it
     * @throws RuntimeException if the event is not acknowledged; sending it again does no harm
     */
    void publish(DocumentExtracted event) {
        var message =
                EventMessages.of(Events.EXTRACTED_TYPE, "ingest-service", event.id(), json(event));
        try {
            if (!bridge.send(BINDING, message)) {
                throw new IllegalStateException("not accepted for sending: " + event.id());
            }
        } catch (MessagingException e) {
            if (isTooLarge(e)) {
                throw new UnusableDocument(event.id(), FailureReason.TOO_LARGE, e);
            }
            throw e;
        }
    }

    /**
     * Tells that a document is no longer there.
     *
     * @throws RuntimeException if that is not acknowledged; saying it again does no harm
     */
    void remove(String id) {
        var message =
                MessageBuilder.withPayload(KafkaNull.INSTANCE)
                        .setHeader(KafkaHeaders.KEY, id.getBytes(StandardCharsets.UTF_8))
                        .build();
        if (!bridge.send(BINDING, message)) {
            throw new IllegalStateException("not accepted for sending: " + id);
        }
    }

    private static byte[] json(DocumentExtracted event) {
        try {
            return EventJson.write(event);
        } catch (RuntimeException e) {
            throw new UnusableDocument(event.id(), FailureReason.CORRUPT, e);
        }
    }

    private static boolean isTooLarge(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
