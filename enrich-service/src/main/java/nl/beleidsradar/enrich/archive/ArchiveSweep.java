package nl.beleidsradar.enrich.archive;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.common.KafkaException;
import tools.jackson.core.JacksonException;

/** Reads the archive for someone who only looks: the newest documents first, for a limited time. */
public final class ArchiveSweep {

    /**
     * Records of a partition that are read and held in one go, from the end of the log backwards;
     * each has at most 1 MiB.
     */
    private static final long STRETCH = 64;

    private final Map<String, Object> connection;

    /**
     * @param connection bootstrap servers and security, as Kafka's client settings
     */
    public ArchiveSweep(Map<String, Object> connection) {
        this.connection = connection;
    }

    /**
     * What was read.
     *
     * @param documents documents read
     * @param total documents held; an estimate where not all were read
     * @param complete whether all were read
     */
    public record Swept(long documents, long total, boolean complete) {}

    /**
     * Hands over the current version of every document, once.
     *
     * @throws ArchiveUnavailable if the log cannot be read now
     */
    public Swept newestFirst(Duration atMost, Consumer<DocumentExtracted> reader) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (ArchiveLog archive = new ArchiveLog(connection)) {
            Map<Integer, Long> unread = new LinkedHashMap<>(archive.ends(archive.partitions()));
            Map<Integer, Long> beginnings = new LinkedHashMap<>();
            unread.keySet().forEach(p -> beginnings.put(p, archive.beginning(p)));
            long records = remaining(unread, beginnings);
            Set<String> seen = new HashSet<>();
            AtomicLong read = new AtomicLong();
            boolean complete = true;
            while (complete && remaining(unread, beginnings) > 0) {
                for (int partition : beginnings.keySet()) {
                    long to = unread.getOrDefault(partition, 0L);
                    long from = Math.max(beginnings.getOrDefault(partition, 0L), to - STRETCH);
                    if (from < to && complete) {
                        complete =
                                stretch(
                                        archive,
                                        partition,
                                        from,
                                        to,
                                        seen,
                                        document -> {
                                            read.incrementAndGet();
                                            reader.accept(document);
                                            return System.nanoTime() < deadline;
                                        });
                        unread.put(partition, from);
                    }
                }
            }
            return swept(read.get(), complete, records, remaining(unread, beginnings));
        } catch (KafkaException e) {
            throw new ArchiveUnavailable("the archive cannot be read: " + e.getMessage(), e);
        }
    }

    private static Swept swept(long read, boolean complete, long records, long unread) {
        long total =
                complete ? read : Math.max(read, read * records / Math.max(1, records - unread));
        return new Swept(read, total, complete);
    }

    @FunctionalInterface
    private interface Reading {
        boolean read(DocumentExtracted document);
    }

    private static boolean stretch(
            ArchiveLog archive,
            int partition,
            long from,
            long to,
            Set<String> seen,
            Reading reading) {
        Map<String, byte[]> last = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        archive.read(
                partition,
                from,
                to,
                record -> {
                    keys.add(record.key());
                    last.remove(record.key());
                    if (record.value() != null && !seen.contains(record.key())) {
                        last.put(record.key(), record.value());
                    }
                    return true;
                });
        seen.addAll(keys);
        for (byte[] json : last.values()) {
            try {
                if (!reading.read(EventJson.read(json, DocumentExtracted.class))) {
                    return false;
                }
            } catch (JacksonException e) {
                // Among the dead letters since the stream met it: no document to look at.
                continue;
            }
        }
        return true;
    }

    private static long remaining(Map<Integer, Long> unread, Map<Integer, Long> beginnings) {
        return unread.entrySet().stream()
                .mapToLong(e -> e.getValue() - beginnings.getOrDefault(e.getKey(), 0L))
                .sum();
    }
}
