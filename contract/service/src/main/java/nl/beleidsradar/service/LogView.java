package nl.beleidsradar.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compacted topic of one partition, read from its beginning and followed from then on, so that
 * this instance holds what it says in memory. Reads only what is committed, and goes on by itself
 * when the broker comes or comes back.
 */
public final class LogView implements AutoCloseable {

    /** Takes one record; its value is null where the key was removed. */
    @FunctionalInterface
    public interface Reader {
        void read(String key, byte @Nullable [] value);
    }

    /** Takes one record with all that it carries; its value is null where the key was removed. */
    @FunctionalInterface
    public interface RecordReader {
        void read(ConsumerRecord<String, byte[]> record);
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogView.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final TopicPartition topic;
    private final Map<String, Object> settings;
    private final RecordReader reader;
    private final LogEnd end;
    private final Object progress = new Object();

    private boolean caughtUp;
    private long position;
    private boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    /**
     * @param connection see {@link KafkaConnection}
     * @param reader called on one thread, in the order of the topic; from the first record again
     *     where the topic no longer holds what comes next
     */
    public LogView(String topic, Map<String, Object> connection, Reader reader) {
        this(topic, connection, (RecordReader) r -> reader.read(r.key(), r.value()));
    }

    /** The same, for those who need more of a record than its key and value. */
    public LogView(String topic, Map<String, Object> connection, RecordReader reader) {
        this.topic = new TopicPartition(topic, 0);
        this.reader = reader;
        end = new LogEnd(this.topic, connection);
        settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("allow.auto.create.topics", false);
    }

    /** Begins reading, on a thread of its own. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("log-" + topic.topic()).daemon().start(this::run);
        }
    }

    /**
     * Waits until all has been read that the topic held when the reading began.
     *
     * @return false if it has not within the time
     */
    public boolean awaitCaughtUp(Duration atMost) {
        return await(atMost, -1);
    }

    /**
     * Waits until the record at an offset has been read, such as one this instance just wrote.
     *
     * @return false if it has not within the time
     */
    public boolean awaitRead(long offset, Duration atMost) {
        return await(atMost, offset);
    }

    /**
     * Waits until all has been read that the topic holds at the time of the call, whoever wrote it.
     *
     * @return false if it has not within the time, or if the broker does not answer
     */
    public boolean awaitEnd(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long last;
        try {
            last = end.now(atMost) - 1;
        } catch (KafkaException e) {
            LOG.warn("end of {} not known: {}", topic.topic(), e.getMessage());
            return false;
        }
        return await(Duration.ofNanos(deadline - System.nanoTime()), last);
    }

    private boolean await(Duration atMost, long offset) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (progress) {
            while (!caughtUp || position <= offset) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closed) {
                    return false;
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    private void run() {
        while (!isClosed()) {
            try (var connected =
                    new KafkaConsumer<>(
                            settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = connected;
                follow(connected);
            } catch (WakeupException e) {
                // Closing: the loop's condition ends it.
            } catch (KafkaException e) {
                LOG.warn("{} cannot be read now: {}", topic.topic(), e.getMessage());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> connected) {
        connected.assign(List.of(topic));
        // Past what compaction removed, or a topic made anew ends before: then from the beginning.
        connected.seek(topic, position());
        long held = Objects.requireNonNull(connected.endOffsets(List.of(topic)).get(topic));
        while (!isClosed()) {
            moved(connected.position(topic), held);
            for (ConsumerRecord<String, byte[]> r : connected.poll(POLL)) {
                read(r);
            }
        }
    }

    private void read(ConsumerRecord<String, byte[]> r) {
        try {
            reader.read(r);
        } catch (RuntimeException e) {
            // What was in force stays so; the records after it still count.
            LOG.error("{} offset {} ({}) not taken up", r.topic(), r.offset(), r.key(), e);
        }
    }

    private void moved(long to, long end) {
        synchronized (progress) {
            position = to;
            caughtUp = caughtUp || to >= end;
            progress.notifyAll();
        }
    }

    private long position() {
        synchronized (progress) {
            return position;
        }
    }

    private boolean isClosed() {
        synchronized (progress) {
            return closed;
        }
    }

    private void pause() {
        synchronized (progress) {
            long deadline = System.nanoTime() + AGAIN.toNanos();
            long left = AGAIN.toMillis();
            while (!closed && left > 0) {
                try {
                    progress.wait(left);
                } catch (InterruptedException e) {
                    closed = true;
                }
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        }
    }

    @Override
    public synchronized void close() {
        synchronized (progress) {
            closed = true;
            progress.notifyAll();
        }
        KafkaConsumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            try {
                thread.join(STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        end.close();
    }
}
