package nl.beleidsradar.service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * CloudEvents 1.0 in Kafka's binary mode: the attributes as {@code ce_} headers, the JSON event as
 * payload, the document id as record key.
 */
public final class EventMessages {

    /** Header of the record key in Spring for Apache Kafka. */
    private static final String KEY = "kafka_messageKey";

    private EventMessages() {}

    /**
     * @param type one of the type names of {@code Events}
     * @param service name of the sending service, as URI path
     * @param documentId record key and subject
     * @param json the serialised event
     */
    public static Message<byte[]> of(String type, String service, String documentId, byte[] json) {
        return MessageBuilder.withPayload(json)
                .setHeader(KEY, documentId.getBytes(StandardCharsets.UTF_8))
                .setHeader("contentType", "application/json")
                .setHeader("content-type", "application/json")
                .setHeader("ce_specversion", "1.0")
                .setHeader("ce_id", UUID.randomUUID().toString())
                .setHeader("ce_source", URI.create("/" + service).toString())
                .setHeader("ce_type", type)
                .setHeader("ce_time", Instant.now().toString())
                .setHeader("ce_subject", documentId)
                .build();
    }
}
