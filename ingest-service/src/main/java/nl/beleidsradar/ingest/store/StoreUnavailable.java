package nl.beleidsradar.ingest.store;

/** The document store cannot be used now (disk full, no permission, server away); try later. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
