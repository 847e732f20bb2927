package nl.beleidsradar.ingest.fetch;

/** An upload names a source that only the service itself may fill. */
final class ReservedSource extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReservedSource(String source) {
        super("metadata.source: " + source + " is the name of a configured feed");
    }
}
