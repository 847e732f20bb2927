package nl.beleidsradar.search.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger remembers of a key.
 *
 * @param alertId the alert that lists it; null where it stood in a text before anybody followed it
 * @param documentId the document that said it
 */
record Told(@Nullable String alertId, String documentId) {

    /** The alert id, which holds no blank, then the document id. */
    static Told parse(String written) {
        int blank = written.indexOf(' ');
        return new Told(
                blank == 0 ? null : written.substring(0, blank), written.substring(blank + 1));
    }

    @Override
    public String toString() {
        return (alertId == null ? "" : alertId) + " " + documentId;
    }
}
