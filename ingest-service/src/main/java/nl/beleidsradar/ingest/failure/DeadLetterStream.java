package nl.beleidsradar.ingest.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.ledger.LedgerUnavailable;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What lies on the dead-letter topics, as a view in memory; {@link RetryStream} sends it back. */
@Component
final class DeadLetterStream implements InitializingBean, DisposableBean {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Map<DeadLetterTopic, Map<String, SetAside>> held = new ConcurrentHashMap<>();
    private final List<LogView> views = new ArrayList<>();
    private final RetryStream retries;

    /** What any of the payloads says of its document. */
    private record Named(
            @Nullable String id,
            @Nullable String title,
            @Nullable Long sequence,
            @Nullable Named document) {}

    @Autowired
    DeadLetterStream(Environment environment) {
        this(KafkaConnection.of(environment));
    }

    DeadLetterStream(Map<String, Object> connection) {
        this.retries = new RetryStream(connection);
        for (DeadLetterTopic topic : DeadLetterTopic.values()) {
            held.put(topic, new ConcurrentHashMap<>());
            views.add(new LogView(topic.topic(), connection, record -> take(topic, record)));
        }
    }

    @Override
    public void afterPropertiesSet() {
        views.forEach(LogView::start);
        retries.start();
    }

    List<SetAside> all() {
        return held.values().stream().flatMap(letters -> letters.values().stream()).toList();
    }

    private void take(DeadLetterTopic topic, ConsumerRecord<String, byte[]> record) {
        Map<String, SetAside> letters = held.getOrDefault(topic, Map.of());
        String key = record.key() == null ? "" : record.key();
        if (record.value() == null) {
            letters.remove(key);
        } else {
            letters.put(key, read(topic, key, record));
        }
    }

    private static SetAside read(
            DeadLetterTopic topic, String key, ConsumerRecord<String, byte[]> record) {
        DeadLetter letter = DeadLetter.read(bytes(record));
        Named whole = named(record.value());
        Named document =
                topic == DeadLetterTopic.ENRICH || whole == null ? whole : whole.document();
        String id = topic.ofDocuments() || document == null ? null : document.id();
        Long sequence = document == null ? null : document.sequence();
        return new SetAside(
                topic,
                key,
                record.offset(),
                letter,
                id != null ? id : topic.ofDocuments() ? letter.key() : alert(letter.key()),
                document == null ? null : document.title(),
                sequence == null ? 0 : sequence,
                Instant.ofEpochMilli(record.timestamp()));
    }

    /** Names what holds no document by something that fits into an address. */
    private static String alert(String key) {
        return "alert:"
                + (key.matches("[A-Za-z0-9._~-]{1,160}") ? key : BlobRef.hash(key.getBytes(UTF_8)));
    }

    private static @Nullable Named named(byte[] payload) {
        try {
            return JSON.readValue(payload, Named.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * Has the consumers try records again.
     *
     * @param maySend asked again just before each is sent, as many take their time
     * @return how many; fewer where a letter was replaced, removed or made void meanwhile
     * @throws LedgerUnavailable if the broker does not take them all; those it did not take stay
     */
    int retry(Collection<SetAside> letters, Predicate<SetAside> maySend) {
        return retries.retry(
                letters.stream()
                        .sorted(
                                Comparator.comparing(SetAside::topic)
                                        .thenComparing(SetAside::offset))
                        .toList(),
                letter -> isHeld(letter) && maySend.test(letter));
    }

    private boolean isHeld(SetAside letter) {
        return letter.equals(held.getOrDefault(letter.topic(), Map.of()).get(letter.key()));
    }

    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                key == null ? new byte[0] : key.getBytes(UTF_8),
                record.value(),
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void destroy() {
        views.forEach(LogView::close);
        retries.close();
    }
}
