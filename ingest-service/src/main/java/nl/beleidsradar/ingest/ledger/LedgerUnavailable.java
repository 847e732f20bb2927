package nl.beleidsradar.ingest.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be written or read now; nothing is lost by trying again later. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LedgerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
