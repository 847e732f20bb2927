package nl.beleidsradar.enrich;

import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;

/** Names a failure to enrich for counting; a closed list. */
final class FailureReason {

    private FailureReason() {}

    static String of(RuntimeException failure) {
        return switch (failure) {
            case JacksonException e -> "unreadable-event";
            case TextTooLarge e -> "text-too-large";
            case UncheckedIOException e -> "text-not-in-store";
            default -> "error";
        };
    }
}
