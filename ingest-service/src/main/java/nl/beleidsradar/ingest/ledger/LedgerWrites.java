package nl.beleidsradar.ingest.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log so that it and the views of it never part. What became of a write without an
 * acknowledgement is not known: it may stand in the log although no view counts on it, and would
 * come up at the next start, a document that was withdrawn since among them. So whatever is in
 * doubt is first written again as the views have it, before anything else, above all before a
 * cursor moves on.
 */
final class LedgerWrites {

    private static final long LONGEST_WAIT_SECONDS = 5;

    private final LedgerLog log;
    private final ReentrantLock settling = new ReentrantLock();
    // By key, what the views have; guarded by the lock.
    private final Map<String, Optional<byte[]>> doubtful = new LinkedHashMap<>();
    private volatile boolean doubt;

    LedgerWrites(LedgerLog log) {
        this.log = log;
    }

    /**
     * Nobody else may write this key meanwhile.
     *
     * @param value null removes the key
     * @param held what the view has under the key and keeps if this fails; null where it has none
     * @throws LedgerUnavailable if it is not acknowledged in time
     */
    void write(String key, byte @Nullable [] value, Supplier<byte @Nullable []> held) {
        settle();
        try {
            log.append(key, value);
        } catch (RuntimeException e) {
            doubt(key, held.get());
            throw e;
        }
    }

    private void doubt(String key, byte @Nullable [] held) {
        settling.lock();
        try {
            doubtful.put(key, Optional.ofNullable(held));
            doubt = true;
        } finally {
            settling.unlock();
        }
    }

    private void settle() {
        if (!doubt) {
            return;
        }
        lock();
        try {
            while (!doubtful.isEmpty()) {
                Map.Entry<String, Optional<byte[]>> one = doubtful.entrySet().iterator().next();
                log.append(one.getKey(), one.getValue().orElse(null));
                doubtful.remove(one.getKey());
            }
            doubt = false;
        } finally {
            settling.unlock();
        }
    }

    /** While the log is away nobody waits for more than one other. */
    private void lock() {
        try {
            if (!settling.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new LedgerUnavailable("an earlier write is still in doubt", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("stopped before writing", e);
        }
    }
}
