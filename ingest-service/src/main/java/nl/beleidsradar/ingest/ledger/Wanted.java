package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listed document whose file could not be had yet.
 *
 * @param feed that listed it so
 * @param revision it had there
 * @param attempts made so far
 * @param since first attempt
 * @param next when it is tried again; null where only staff can have it tried
 * @param detail of the last attempt
 */
public record Wanted(
        String feed,
        @Nullable String revision,
        Facts facts,
        List<WantedFile> files,
        boolean backFill,
        int attempts,
        Instant since,
        @Nullable Instant next,
        String detail) {}
