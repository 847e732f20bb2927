package nl.beleidsradar.ingest.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A log in memory that survives the ledger on top of it, and can be made to refuse what is written,
 * or to keep it and not say so.
 */
public final class MemoryLog implements LedgerLog {

    private final List<Map.Entry<String, Optional<byte[]>>> records = new ArrayList<>();
    public boolean down;
    public boolean silent;

    @Override
    public synchronized void replay(BiConsumer<String, byte[]> reader) {
        refuseIfDown();
        records.forEach(r -> reader.accept(r.getKey(), r.getValue().orElse(null)));
    }

    @Override
    public synchronized void append(String key, byte[] value) {
        refuseIfDown();
        records.add(Map.entry(key, Optional.ofNullable(value)));
        if (silent) {
            throw new LedgerUnavailable("kept without a word, as the test wants it", null);
        }
    }

    /** How many records were written, those that were not acknowledged among them. */
    public synchronized int size() {
        return records.size();
    }

    private void refuseIfDown() {
        if (down) {
            throw new LedgerUnavailable("down, as the test wants it", null);
        }
    }
}
