package nl.beleidsradar.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a compacted topic of one partition what is decided on knowing all that it holds, one
 * writer at a time over all instances.
 *
 * <p>All instances write under one transactional id. Beginning to write shuts every other writer
 * out and ends what it had under way; so what is read after that is all there is, and what is
 * written after that is only committed if no other writer began since. That makes reading, deciding
 * and writing one step. A writer stays open until it is shut out, so that a write costs one
 * transaction where one instance does most of the writing.
 */
public final class FencedLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FencedLog.class);

    // Together below the 30 s that a client may wait.
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration BROKER = Duration.ofSeconds(6);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final Duration AGAIN_WITHIN = Duration.ofSeconds(3);
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final String topic;
    private final LogView view;
    private final Map<String, Object> settings;
    private final ReentrantLock turn = new ReentrantLock();

    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** What became of a write. */
    public sealed interface Outcome {

        /** The log has it, and this instance has read it back. */
        record Written() implements Outcome {}

        /** There was nothing to write. */
        record Nothing() implements Outcome {}

        /** Others are writing at this moment; nothing was written. */
        record Busy() implements Outcome {}

        /**
         * The log did not answer in time.
         *
         * @param saved whether it may be, or come to be, written all the same
         */
        record Unavailable(String detail, boolean saved) implements Outcome {}
    }

    /**
     * @param view reads the same topic; started and closed by the caller
     * @param writers the transactional id that all writers of the topic share
     * @param connection see {@link KafkaConnection}
     */
    public FencedLog(String topic, LogView view, String writers, Map<String, Object> connection) {
        this.topic = topic;
        this.view = view;
        settings = new HashMap<>(connection);
        settings.put("transactional.id", writers);
        settings.put("transaction.timeout.ms", 10_000);
        settings.put("acks", "all");
        settings.put("max.block.ms", BROKER.toMillis());
        settings.put("request.timeout.ms", 3_000);
        settings.put("delivery.timeout.ms", 5_000);
        settings.put("max.request.size", 8 * 1024 * 1024);
        // The next transaction may have to wait for the last one's markers: not for long.
        settings.put("retry.backoff.ms", 5);
        settings.put("retry.backoff.max.ms", 500);
    }

    /**
     * Writes all of the records or none.
     *
     * @param change called when the view holds all there is, and again where others wrote in the
     *     meantime; empty to write nothing after all
     */
    public Outcome write(Supplier<List<ProducerRecord<byte[], byte[]>>> change) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        }
        try {
            return writeInTurn(change);
        } finally {
            turn.unlock();
        }
    }

    private Outcome writeInTurn(Supplier<List<ProducerRecord<byte[], byte[]>>> change) {
        long until = System.nanoTime() + AGAIN_WITHIN.toNanos();
        Outcome outcome = attempt(change);
        while (outcome instanceof Outcome.Busy && System.nanoTime() < until) {
            pause();
            outcome = attempt(change);
        }
        return outcome;
    }

    private Outcome attempt(Supplier<List<ProducerRecord<byte[], byte[]>>> change) {
        List<Future<RecordMetadata>> sent = List.of();
        boolean done = false;
        try {
            KafkaProducer<byte[], byte[]> writer = producer();
            if (!view.awaitEnd(READ)) {
                return new Outcome.Unavailable(topic + " could not be read in time", false);
            }
            List<ProducerRecord<byte[], byte[]>> wanted = change.get();
            if (wanted.isEmpty()) {
                done = true;
                return new Outcome.Nothing();
            }
            writer.beginTransaction();
            sent = wanted.stream().map(writer::send).toList();
            writer.commitTransaction();
            done = view.awaitRead(sent.getLast().get().offset(), READ);
            return done
                    ? new Outcome.Written()
                    : new Outcome.Unavailable("saved, but not seen here yet", true);
        } catch (KafkaException | ExecutionException e) {
            return failed(e, sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e, sent);
        } finally {
            if (!done) {
                drop();
            }
        }
    }

    /** Shuts the other writers out, unless this one was the last to do so as far as it knows. */
    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            open =
                    new KafkaProducer<>(
                            settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    /** Whatever is still open is ended by the next writer, or by the broker. */
    private void drop() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Outcome failed(Exception e, List<Future<RecordMetadata>> sent) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (isShutOut(cause)) {
                return new Outcome.Busy();
            }
        }
        LOG.warn("{} not written: {}", topic, e.toString());
        // Before the broker has every record it is not asked to commit.
        boolean committing =
                !sent.isEmpty() && sent.stream().allMatch(f -> f.state() == Future.State.SUCCESS);
        return new Outcome.Unavailable(
                committing
                        ? topic + " did not confirm in time; it may be saved or not"
                        : topic + " cannot be reached",
                committing);
    }

    /** By another writer, or by the broker, which forgets a writer that is silent for days. */
    private static boolean isShutOut(Throwable cause) {
        return cause instanceof ProducerFencedException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof InvalidTxnStateException
                || cause instanceof InvalidPidMappingException
                || cause instanceof UnknownProducerIdException;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }
}
