package nl.beleidsradar.ingest.ledger;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The durable, replicated log under the ledger: the newest value of each key wins. */
public interface LedgerLog {

    /**
     * Reads from the beginning to the present end; a null value means the key is gone.
     *
     * @throws LedgerUnavailable if it cannot be read now
     */
    void replay(BiConsumer<String, byte @Nullable []> reader);

    /**
     * Writes, and returns once the write is acknowledged by all replicas in sync.
     *
     * @param value null removes the key
     * @throws LedgerUnavailable if it is not acknowledged in time
     */
    void append(String key, byte @Nullable [] value);
}
