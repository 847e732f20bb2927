package nl.beleidsradar.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.service.FailedRecord;
import nl.beleidsradar.service.FailedRecord.Again;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Names a failure to enrich, of a closed list, and says whether trying again can help. */
final class FailureReason {

    private FailureReason() {}

    static FailedRecord of(RuntimeException failure) {
        return switch (failure) {
            case JacksonException e -> of("unreadable-event", Again.NEVER, e);
            case TextTooLarge e -> of("text-too-large", Again.NEVER, e);
            case UncheckedIOException e -> ofStore(e, e.getCause());
            default -> of("error", Again.FEW, failure);
        };
    }

    private static FailedRecord ofStore(UncheckedIOException failure, @Nullable IOException cause) {
        return cause instanceof NoSuchFileException
                        || cause instanceof CorruptBlob
                        || cause instanceof BlobTooLarge
                ? of("text-not-in-store", Again.FEW, failure)
                : of("store-unavailable", Again.UNTIL_IT_WORKS, failure);
    }

    private static FailedRecord of(String reason, Again again, RuntimeException failure) {
        String what = failure.getClass().getSimpleName();
        // The message of a parser quotes what it parsed.
        String detail =
                failure instanceof JacksonException ? what : what + ": " + failure.getMessage();
        return new FailedRecord(reason, detail, again, failure);
    }
}
