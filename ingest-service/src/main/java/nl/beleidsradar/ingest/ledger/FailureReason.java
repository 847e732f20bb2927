package nl.beleidsradar.ingest.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The closed list of reasons why a document has no text; written {@code unsupported-type}. */
public enum FailureReason {
    ENCRYPTED,
    UNSUPPORTED_TYPE,
    CORRUPT,
    TOO_LARGE,
    TIMED_OUT,
    OUT_OF_MEMORY,
    EMPTY,
    EMBEDDED_LIMIT,
    FETCH_FAILED,
    TAKEN_DOWN;

    public static Optional<FailureReason> parse(String written) {
        return Stream.of(values()).filter(r -> r.toString().equals(written)).findFirst();
    }

    /** The state a document ends in for this reason. */
    public DocumentState state() {
        return switch (this) {
            case UNSUPPORTED_TYPE, TOO_LARGE, TAKEN_DOWN -> DocumentState.REFUSED;
            case ENCRYPTED,
                    CORRUPT,
                    TIMED_OUT,
                    OUT_OF_MEMORY,
                    EMPTY,
                    EMBEDDED_LIMIT,
                    FETCH_FAILED ->
                    DocumentState.FAILED;
        };
    }

    /** The step at which it goes wrong. */
    public String stage() {
        return this == FETCH_FAILED ? "fetch" : "extract";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
