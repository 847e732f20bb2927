package nl.beleidsradar.search.proof;

import nl.beleidsradar.contract.alert.Subject;

/** What the mention ledger knows; implemented by the edge. */
@FunctionalInterface
public interface ToldMentions {

    /** Whether the ledger has a mention. */
    enum Knowledge {
        KNOWN,
        UNKNOWN,
        /** Another instance keeps this recipient's part of the ledger. */
        ELSEWHERE,
        /** The ledger cannot be asked now. */
        UNAVAILABLE
    }

    Knowledge of(String recipient, Subject subject, String fingerprint);
}
