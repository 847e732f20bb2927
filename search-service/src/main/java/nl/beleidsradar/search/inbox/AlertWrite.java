package nl.beleidsradar.search.inbox;

import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;

/** A change of the list of alerts. */
public sealed interface AlertWrite {

    /** Alert id. */
    String id();

    /** An alert; once more is no error. */
    record Raise(AlertRaised alert) implements AlertWrite {
        @Override
        public String id() {
            return alert.id();
        }
    }

    /**
     * What became of an alert, which may still be to come; an older one than is held is ignored.
     */
    record Progress(AlertDelivered delivered) implements AlertWrite {
        @Override
        public String id() {
            return delivered.id();
        }
    }

    /** Takes an alert back; one that is not there is no error. */
    record Remove(String id) implements AlertWrite {}
}
