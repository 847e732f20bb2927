package nl.beleidsradar.search.inbox;

import java.time.Instant;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what became of it.
 *
 * @param progress the last that is known of its delivery; null while nothing is
 * @param late whether it came so long after its document that the recipient should know
 */
public record Alert(AlertRaised raised, @Nullable AlertDelivered progress, boolean late) {

    /** When the receiver accepted it; null where it has not, or was never meant to be sent. */
    public @Nullable Instant delivered() {
        return progress != null && progress.state() == AlertDelivered.State.DELIVERED
                ? progress.at()
                : null;
    }
}
