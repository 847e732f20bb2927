package nl.beleidsradar.ingest.ledger;

import java.util.Locale;

/** How far a document has come; written in lower case. */
public enum DocumentState {
    /** The original is in the store; its text is not published yet. */
    RECEIVED,
    /** Its text is published, acknowledged by the broker. */
    EXTRACTED,
    /** It has no text, for a reason that may go away. */
    FAILED,
    /** Not taken, on purpose. */
    REFUSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
