package nl.beleidsradar.service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * CloudEvents 1.0 in Kafka's binary mode: the attributes as {@code ce_} headers, the JSON event as
 * payload, the document id as record key.
 */
public final class EventMessages {

    /** Header of the record key in Spring for Apache Kafka. */
    private static final String KEY = "kafka_messageKey";

    private static final String JSON = "application/json";

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
                .setHeader("contentType", JSON)
                .copyHeaders(attributes(type, service, documentId))
                .build();
    }

    /**
     * The same as a record, for the few producers beside the stream.
     *
     * @param key record key and subject
     * @param json null to remove what the topic holds under the key
     */
    public static ProducerRecord<byte[], byte[]> record(
            String topic, String type, String service, String key, byte @Nullable [] json) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        topic, key.getBytes(StandardCharsets.UTF_8), json);
        attributes(type, service, key)
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Map<String, String> attributes(String type, String service, String subject) {
        return Map.of(
                "content-type",
                JSON,
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                URI.create("/" + service).toString(),
                "ce_type",
                type,
                "ce_time",
                Instant.now().toString(),
                "ce_subject",
                subject);
    }
}
