package nl.beleidsradar.search.ledger;

import java.util.Map;
import nl.beleidsradar.contract.alert.AlertRaised;
import org.jspecify.annotations.Nullable;

/** What the ledger makes of a candidate. */
sealed interface Judgement {

    /** To be remembered from now on. */
    Map<LedgerKey, Told> learned();

    /** The recipient knows it all. */
    record Known() implements Judgement {
        @Override
        public Map<LedgerKey, Told> learned() {
            return Map.of();
        }
    }

    /** Nothing to list, yet something that need not be told later. */
    record Noted(Map<LedgerKey, Told> learned) implements Judgement {}

    /**
     * Something to list, and to send unless it is silent.
     *
     * @param window of the recipient from now on; null where it stays as it was
     */
    record Raised(Map<LedgerKey, Told> learned, AlertRaised alert, @Nullable FloodWindow window)
            implements Judgement {}
}
