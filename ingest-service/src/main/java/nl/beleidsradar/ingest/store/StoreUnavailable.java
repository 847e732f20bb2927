package nl.beleidsradar.ingest.store;

/** The document store cannot be written now (disk full, no permission); try again later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
