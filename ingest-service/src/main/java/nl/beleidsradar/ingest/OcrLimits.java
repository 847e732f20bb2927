package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.extract.PageReader;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.LedgerEntry;

/** The limits of a text that has pages nobody could read yet; they are also what OCR works from. */
final class OcrLimits {

    /** Pages are still to be read; a second event follows. */
    static final String AWAITED = "ocr-awaited";

    /** Nothing is installed that reads pictures. */
    static final String UNAVAILABLE = "ocr-unavailable";

    /** Reading took too long, or broke off. */
    static final String FAILED = PageReader.BROKE_OFF;

    private OcrLimits() {}

    /** Whether the ledger says that pages of a document were left unread. */
    static boolean leftUnread(LedgerEntry document) {
        if (document.reason() == FailureReason.TAKEN_DOWN) {
            return false;
        }
        String detail = document.detail();
        return document.limits().contains(AWAITED)
                || document.limits().contains(UNAVAILABLE)
                || (document.reason() == FailureReason.EMPTY
                        && detail != null
                        && detail.startsWith(UNAVAILABLE));
    }
}
