package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.service.FailedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** What the consumers of batches share: keys and headers of records, and how one is found dead. */
final class BatchStream {

    private BatchStream() {}

    static String key(Message<List<?>> batch, int place) {
        Object key = header(batch, KafkaHeaders.RECEIVED_KEY, place);
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : Objects.toString(key, "");
    }

    static Map<?, ?> headers(Message<List<?>> batch, int place) {
        return header(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS, place) instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    static @Nullable Object header(Message<List<?>> batch, String name, int place) {
        return batch.getHeaders().get(name) instanceof List<?> all && place < all.size()
                ? all.get(place)
                : null;
    }

    /** The records before this one are done; the error handler delivers those after it again. */
    static BatchListenerFailedException dead(String reason, @Nullable Throwable cause, int place) {
        return dead(reason, "", cause, place);
    }

    static BatchListenerFailedException dead(
            String reason, String detail, @Nullable Throwable cause, int place) {
        return new BatchListenerFailedException(
                reason, FailedRecord.unusable(reason, detail, cause), place);
    }
}
