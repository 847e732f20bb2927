package nl.beleidsradar.search.deliver;

import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * An alert on its way, as far as its planning needs it.
 *
 * @param offset of its record
 * @param retrieved when its document was fetched
 * @param retried whether somebody asked for it anew after it had failed
 * @param text the alert itself; null where it is read again when it is sent
 */
record Slip(
        long offset,
        String id,
        Instant raised,
        Instant retrieved,
        Frequency frequency,
        List<String> subscriptions,
        boolean retried,
        @Nullable AlertRaised text) {

    static Slip of(long offset, AlertRaised alert, boolean retried, boolean keepText) {
        return new Slip(
                offset,
                alert.id(),
                alert.raised(),
                alert.document().retrieved(),
                alert.frequency(),
                alert.subscriptions(),
                retried,
                keepText ? alert : null);
    }
}
