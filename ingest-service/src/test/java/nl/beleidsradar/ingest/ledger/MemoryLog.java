package nl.beleidsradar.ingest.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A log in memory that survives the ledger on top of it, and can be made to refuse. */
public final class MemoryLog implements LedgerLog {

    private final List<Map.Entry<String, Optional<byte[]>>> records = new ArrayList<>();
    public boolean down;

    @Override
    public synchronized void replay(BiConsumer<String, byte[]> reader) {
        refuseIfDown();
        records.forEach(r -> reader.accept(r.getKey(), r.getValue().orElse(null)));
    }

    @Override
    public synchronized void append(String key, byte[] value) {
        refuseIfDown();
        records.add(Map.entry(key, Optional.ofNullable(value)));
    }

    private void refuseIfDown() {
        if (down) {
            throw new LedgerUnavailable("down, as the test wants it", null);
        }
    }
}
