package nl.beleidsradar.search.proof;

import java.time.Instant;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.alert.AlertCandidate;

/** The log of documents, read again, and the way to the ledger; implemented by the edge. */
public interface DayLog {

    /** Takes one event of the day. */
    @FunctionalInterface
    interface Reader {
        void read(DocumentEnriched event, Instant written);
    }

    /**
     * Reads every event that was written in a period, in the order of each partition.
     *
     * @throws LogUnavailable if it cannot be read to its end now
     */
    void read(Instant from, Instant to, Reader reader);

    /**
     * Hands a candidate to the ledger once more, which raises only what is new to its recipient.
     *
     * @throws LogUnavailable if it was not taken
     */
    void send(AlertCandidate candidate);

    /** The log cannot be used now. */
    final class LogUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public LogUnavailable(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
