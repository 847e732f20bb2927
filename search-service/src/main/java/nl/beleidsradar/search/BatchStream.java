package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;

/** What the consumers of batches share: keys and headers of records, and what becomes of errors. */
final class BatchStream {

    private static final long FIRST_WAIT_MS = 500;
    private static final long LONGEST_WAIT_MS = 10_000;

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
    static BatchListenerFailedException dead(String why, @Nullable Throwable cause, int place) {
        return new BatchListenerFailedException(why, new DeadRecord(why, cause), place);
    }

    /** Waits without end, except for a dead record, which is set aside at once. */
    static CommonErrorHandler errors(KafkaOperations<?, ?> template, String deadLetters) {
        var backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
        backOff.setMaxInterval(LONGEST_WAIT_MS);
        var handler =
                new DefaultErrorHandler(
                        new DeadLetterPublishingRecoverer(
                                template, (dead, e) -> new TopicPartition(deadLetters, 0)),
                        backOff);
        handler.addNotRetryableExceptions(DeadRecord.class);
        return handler;
    }

    /** A record that cannot be used however often it is tried. */
    private static final class DeadRecord extends RuntimeException {

        private static final long serialVersionUID = 1;

        DeadRecord(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
