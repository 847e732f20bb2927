package nl.beleidsradar.ingest.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.Listing;
import nl.beleidsradar.ingest.ledger.Wanted;
import org.jspecify.annotations.Nullable;

/** Adds up what became of all that one source listed. */
final class Completeness {

    private static final int NAMED = 1_000;

    private final List<String> missing = new ArrayList<>();
    private long held;
    private long failed;
    private long refused;
    private long missingCount;
    private @Nullable Instant oldestMissing;

    /** A document that its source handed over by itself. */
    void add(LedgerEntry document) {
        switch (document.state()) {
            case EXTRACTED -> held++;
            case FAILED -> failed++;
            case REFUSED -> refused++;
            case RECEIVED -> missing(document.id(), document.changed());
        }
    }

    /** A document that a remote source lists. */
    void add(Listing listing, @Nullable LedgerEntry document) {
        Wanted wanted = listing.wanted();
        if (wanted != null && wanted.next() != null) {
            missing(listing.id(), wanted.since());
        } else if (document == null) {
            missing(listing.id(), Instant.EPOCH);
        } else {
            add(document);
        }
    }

    /** Things seen that have no name yet. */
    void addUnnamed(long count) {
        missingCount += count;
    }

    private void missing(String id, Instant since) {
        missingCount++;
        missing.add(id);
        if (oldestMissing == null || since.isBefore(oldestMissing)) {
            oldestMissing = since;
        }
    }

    long held() {
        return held;
    }

    long failed() {
        return failed;
    }

    long refused() {
        return refused;
    }

    long missingCount() {
        return missingCount;
    }

    long listed() {
        return held + failed + refused + missingCount;
    }

    /** By name, in order, at most a thousand. */
    List<String> missing() {
        return missing.stream().sorted().limit(NAMED).toList();
    }

    boolean isMissingSinceBefore(Instant moment) {
        return oldestMissing != null && oldestMissing.isBefore(moment);
    }
}
