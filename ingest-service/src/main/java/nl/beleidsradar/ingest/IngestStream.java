package nl.beleidsradar.ingest;

import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.springframework.cloud.stream.function.StreamBridge;
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
     * @throws RuntimeException if the event is not acknowledged; sending it again does no harm
     */
    void publish(DocumentExtracted event) {
        byte[] json = EventJson.write(event);
        if (!bridge.send(
                BINDING,
                EventMessages.of(Events.EXTRACTED_TYPE, "ingest-service", event.id(), json))) {
            throw new IllegalStateException("not accepted for sending: " + event.id());
        }
    }
}
