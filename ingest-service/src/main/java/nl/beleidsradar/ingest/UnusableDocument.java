package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.ledger.FailureReason;

/** No event can be made of this document, however often it is tried. */
final class UnusableDocument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    UnusableDocument(String id, FailureReason reason, Throwable cause) {
        super(id + ": " + cause.getClass().getSimpleName(), cause);
        this.reason = reason;
    }

    FailureReason reason() {
        return reason;
    }
}
