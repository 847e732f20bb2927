package nl.beleidsradar.search.ledger;

import nl.beleidsradar.contract.alert.Subject;

/**
 * Under what the ledger remembers: a mention that a recipient knows, that another document repeated
 * it, or that an alert was written.
 *
 * @param text the parts, NUL between them
 */
record LedgerKey(String text) {

    private static final String NUL = "\0";

    /** What the recipient knows of a subject: one sentence. */
    static LedgerKey mention(String recipient, Subject subject, String fingerprint) {
        return new LedgerKey(
                String.join(
                        NUL, recipient, subject.kind().toString(), subject.value(), fingerprint));
    }

    /** That a document, not the first, says it too. */
    LedgerKey repeatedIn(String documentId) {
        return new LedgerKey(text + NUL + documentId);
    }

    /** No kind of subject has this name. */
    static LedgerKey alert(String recipient, String alertId) {
        return new LedgerKey(String.join(NUL, recipient, "alert", alertId));
    }
}
