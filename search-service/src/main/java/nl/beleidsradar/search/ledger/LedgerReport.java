package nl.beleidsradar.search.ledger;

import java.time.Duration;
import nl.beleidsradar.contract.alert.AlertCandidate;

/** Hears what became of each candidate; what a transaction took back is heard again. */
public interface LedgerReport {

    /** How a judgement ended. */
    enum Outcome {
        KNOWN,
        NOTED,
        RAISED,
        SILENT
    }

    void judged(AlertCandidate candidate, Outcome outcome, Duration took);

    /** It went to the dead letters. */
    void unreadable(String key, String why);
}
