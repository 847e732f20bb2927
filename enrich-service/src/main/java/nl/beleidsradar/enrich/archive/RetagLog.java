package nl.beleidsradar.enrich.archive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What the tagging of the archive writes: documents on {@code documents.enriched}, and how far it
 * is on {@code themes.retagged}, which it also follows, as another instance may have come further.
 * Each write returns when the broker has it.
 */
final class RetagLog implements AutoCloseable {

    private static final String SERVICE = "enrich-service";

    private final Map<Integer, ArchiveRetagged> progress = new ConcurrentHashMap<>();
    private final Map<String, Object> connection;
    private final LogView view;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    RetagLog(Map<String, Object> connection) {
        this.connection = connection;
        this.view = new LogView(Events.RETAGGED_TOPIC, connection, this::took);
    }

    void start() {
        view.start();
    }

    boolean awaitCaughtUp(Duration atMost) {
        return view.awaitCaughtUp(atMost);
    }

    @Nullable ArchiveRetagged progress(int partition) {
        return progress.get(partition);
    }

    private void took(String key, byte @Nullable [] value) {
        if (value == null) {
            progress.remove(Integer.parseInt(key));
        } else {
            ArchiveRetagged event = EventJson.read(value, ArchiveRetagged.class);
            progress.put(event.partition(), event);
        }
    }

    void write(Collection<DocumentEnriched> events) {
        send(
                events.stream()
                        .map(event ->
                                EventMessages.record(
                                        Events.ENRICHED_TOPIC,
                                        Events.ENRICHED_TYPE,
                                        SERVICE,
                                        event.document().id(),
                                        EventJson.write(event)))
                        .toList());
    }

    void write(ArchiveRetagged event) {
        String key = Integer.toString(event.partition());
        send(
                List.of(
                        EventMessages.record(
                                Events.RETAGGED_TOPIC,
                                Events.RETAGGED_TYPE,
                                SERVICE,
                                key,
                                EventJson.write(event))));
        progress.put(event.partition(), event);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(record -> producer().send(record)).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new ArchiveUnavailable("no acknowledgement from the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailable("stopped while writing", e);
        }
    }

    /** Made at first use: the client refuses to be built while the host name is unknown. */
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(connection);
            settings.put("acks", "all");
            settings.put("enable.idempotence", true);
            settings.put("compression.type", "zstd");
            settings.put("max.request.size", 8_388_608);
            // The stream waits while a document is sent, so not for long.
            settings.put("max.block.ms", 10_000);
            settings.put("request.timeout.ms", 10_000);
            settings.put("delivery.timeout.ms", 20_000);
            producer =
                    new KafkaProducer<>(
                            settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        view.close();
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
