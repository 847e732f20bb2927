package nl.beleidsradar.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a dead letter say beside those of the record it was. Its payload is the
 * record's own, or empty where that was the removal of a key: a null would remove the dead letter.
 *
 * @param topic where the record first came from, however often it was tried since
 * @param partition of that topic
 * @param key of the record there
 * @param removal whether the record had no payload
 * @param reason of a closed list
 * @param detail for staff, at most {@value #MOST_DETAIL} characters
 * @param attempts how often it was set aside; 1 the first time
 */
public record DeadLetter(
        String topic,
        int partition,
        String key,
        boolean removal,
        String reason,
        String detail,
        int attempts) {

    /** Headers of a dead letter, and of the record that is made of it to try again. */
    public static final String PREFIX = "dead-letter-";

    private static final int MOST_DETAIL = 500;
    private static final String TOPIC = PREFIX + "topic";
    private static final String PARTITION = PREFIX + "partition";
    private static final String KEY = PREFIX + "key";
    private static final String REMOVAL = PREFIX + "removal";
    private static final String REASON = PREFIX + "reason";
    private static final String DETAIL = PREFIX + "detail";
    private static final String ATTEMPTS = PREFIX + "attempts";

    public DeadLetter {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        detail = detail.length() > MOST_DETAIL ? detail.substring(0, MOST_DETAIL) : detail;
    }

    /** Of a record that was just found to be of no use. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record, String reason, String why) {
        return of(
                record.topic(),
                record.partition(),
                record.key(),
                record.value() == null,
                record.headers(),
                reason,
                why);
    }

    /**
     * The same, for consumers that have no {@link ConsumerRecord}.
     *
     * @param headers of the record
     */
    public static DeadLetter of(
            String topic,
            int partition,
            byte @Nullable [] key,
            boolean removal,
            Headers headers,
            String reason,
            String why) {
        String earlier = text(headers, TOPIC);
        String at = text(headers, PARTITION);
        return new DeadLetter(
                earlier == null ? topic : earlier,
                at == null ? partition : number(at, partition),
                key == null ? "" : new String(key, UTF_8),
                removal,
                reason,
                why,
                1 + number(text(headers, ATTEMPTS), 0));
    }

    /**
     * Reads a record of a dead-letter topic. One that was set aside by other means, without these
     * headers, is one nevertheless.
     */
    public static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = letter.headers();
        String key = text(headers, KEY);
        String own = letter.key() == null ? "" : new String(letter.key(), UTF_8);
        return new DeadLetter(
                or(text(headers, TOPIC), or(text(headers, "kafka_dlt-original-topic"), "")),
                number(text(headers, PARTITION), -1),
                key == null ? own : key,
                text(headers, REMOVAL) != null,
                or(text(headers, REASON), "error"),
                or(text(headers, DETAIL), or(text(headers, "kafka_dlt-exception-message"), "")),
                number(text(headers, ATTEMPTS), 1));
    }

    /** Whether a record is one of a dead letter that is tried again. */
    public static boolean isRetry(Headers headers) {
        return headers.lastHeader(ATTEMPTS) != null;
    }

    /**
     * The topic that a record first came from.
     *
     * @param header reads a header of the record
     * @param topic that it came from now
     */
    public static String origin(Function<String, @Nullable Object> header, String topic) {
        return switch (header.apply(TOPIC)) {
            case byte[] first -> new String(first, UTF_8);
            case String first -> first;
            case null, default -> topic;
        };
    }

    /** The headers of the letter: those of the record, and its own. */
    public Headers on(Headers record) {
        Headers all = withoutOwn(record);
        add(all, TOPIC, topic);
        add(all, PARTITION, Integer.toString(partition));
        add(all, KEY, key);
        add(all, REASON, reason);
        add(all, DETAIL, detail);
        add(all, ATTEMPTS, Integer.toString(attempts));
        if (removal) {
            add(all, REMOVAL, "true");
        }
        return all;
    }

    /** The headers of the record that is to be tried again: it knows how often it was. */
    public Headers onRetry(Headers letter) {
        Headers all = withoutOwn(letter);
        add(all, TOPIC, topic);
        add(all, PARTITION, Integer.toString(partition));
        add(all, ATTEMPTS, Integer.toString(attempts));
        return all;
    }

    private static Headers withoutOwn(Headers of) {
        var kept = new RecordHeaders();
        for (Header header : of) {
            if (!header.key().startsWith(PREFIX) && !header.key().startsWith("kafka_dlt-")) {
                kept.add(header);
            }
        }
        return kept;
    }

    private static void add(Headers to, String name, String value) {
        to.add(name, value.getBytes(UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static int number(@Nullable String written, int otherwise) {
        try {
            return written == null ? otherwise : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
