package nl.beleidsradar.enrich.archive;

/** The log cannot be read or written now. */
public final class ArchiveUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ArchiveUnavailable(String message) {
        super(message);
    }

    ArchiveUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
