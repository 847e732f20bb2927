package nl.beleidsradar.ingest.failure;

import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;

/**
 * Which dead letters still hold. A newer version of its document makes one void, and so does its
 * end: what is withdrawn, or no longer part of its parent, must not come back by trying again.
 */
final class LetterValidity {

    private final HarvestLedger ledger;

    LetterValidity(HarvestLedger ledger) {
        this.ledger = ledger;
    }

    boolean counts(SetAside letter) {
        LedgerEntry entry = ledger.entry(letter.documentId()).orElse(null);
        boolean alive = entry != null && entry.reason() != FailureReason.TAKEN_DOWN;
        if (!letter.topic().ofDocuments()) {
            return entry == null || alive;
        }
        if (letter.letter().removal()) {
            // It takes out what is gone, and must not take out what has come back since.
            return !alive;
        }
        return entry == null ? !isOfDocument(letter) : alive && !isNewer(entry, letter);
    }

    /**
     * Whether it may be sent now. While a newer version is on its way, an older event must not come
     * to lie behind it on the topic.
     */
    boolean maySend(SetAside letter) {
        LedgerEntry entry = ledger.entry(letter.documentId()).orElse(null);
        boolean overtaken =
                letter.topic() == DeadLetterTopic.ENRICH
                        && entry != null
                        && entry.state() == DocumentState.RECEIVED;
        return !overtaken && counts(letter);
    }

    private static boolean isNewer(LedgerEntry entry, SetAside letter) {
        return letter.sequence() > 0 && entry.sequence() > letter.sequence();
    }

    /**
     * A key that names no document is a failure all the same, of which the ledger knows nothing.
     */
    private static boolean isOfDocument(SetAside letter) {
        try {
            DocumentId ignored = DocumentId.parse(letter.documentId());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
