package nl.beleidsradar.enrich.archive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.Events;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The records of {@code documents.extracted}, read partition by partition without a consumer group.
 * For use by one thread.
 */
final class ArchiveLog implements AutoCloseable {

    /** Takes one record; answers whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(ConsumerRecord<String, byte[]> record);
    }

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;

    ArchiveLog(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("allow.auto.create.topics", false);
        // A record may be 8 MiB; together at most 16 MiB beside those of the stream.
        settings.put("max.partition.fetch.bytes", 9_437_184);
        settings.put("fetch.max.bytes", 16_777_216);
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    List<Integer> partitions() {
        return consumer.partitionsFor(Events.EXTRACTED_TOPIC).stream()
                .map(PartitionInfo::partition)
                .sorted()
                .toList();
    }

    long beginning(int partition) {
        TopicPartition p = topic(partition);
        return Objects.requireNonNull(consumer.beginningOffsets(List.of(p)).get(p));
    }

    /** Offset after the last record of each partition. */
    Map<Integer, Long> ends(Collection<Integer> partitions) {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions.stream().map(ArchiveLog::topic).toList())
                .forEach((p, end) -> ends.put(p.partition(), end));
        return ends;
    }

    /**
     * The documents that stand in a stretch of a partition, each with the offset of its last record
     * there; those taken down are left out.
     */
    Map<String, Long> documents(int partition, long from, long to) {
        Map<String, Long> last = new HashMap<>();
        read(
                partition,
                from,
                to,
                record -> {
                    if (record.value() == null) {
                        last.remove(record.key());
                    } else {
                        last.put(record.key(), record.offset());
                    }
                    return true;
                });
        return last;
    }

    /**
     * Reads a stretch of a partition, in order.
     *
     * @return whether it was read to its end
     * @throws ArchiveUnavailable if the broker gives nothing for too long
     */
    boolean read(int partition, long from, long to, Visitor visitor) {
        TopicPartition p = topic(partition);
        consumer.assign(List.of(p));
        consumer.seek(p, from);
        long progress = System.nanoTime();
        while (consumer.position(p) < to) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() >= to) {
                    return true;
                }
                if (!visitor.visit(record)) {
                    return false;
                }
            }
            if (!records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > NO_PROGRESS.toNanos()) {
                throw new ArchiveUnavailable("no record within " + NO_PROGRESS.toSeconds() + " s");
            }
        }
        return true;
    }

    private static TopicPartition topic(int partition) {
        return new TopicPartition(Events.EXTRACTED_TOPIC, partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
