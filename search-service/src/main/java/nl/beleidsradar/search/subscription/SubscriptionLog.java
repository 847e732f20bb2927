package nl.beleidsradar.search.subscription;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;

/** Where subscriptions are kept; one writer at a time over all instances of the service. */
public interface SubscriptionLog {

    /**
     * One record.
     *
     * @param now null where the subscription ends
     */
    record Change(String id, @Nullable Subscription now) {}

    /** Whether {@link Subscriptions} holds what the log held when this instance started. */
    boolean isRead();

    /**
     * Waits until {@link Subscriptions} holds all that was acknowledged before the call, by
     * whichever instance.
     *
     * @return false if not within the time
     */
    boolean awaitCurrent(Duration atMost);

    /**
     * Writes changes that are decided on when {@link Subscriptions} holds all that was ever saved,
     * and that are only saved if nobody else saved in between; all or none.
     *
     * @param changes what to write; empty to write nothing after all; may be called several times
     */
    Outcome write(Supplier<List<Change>> changes);

    /** What became of it. */
    sealed interface Outcome {

        /** The log has it, and {@link Subscriptions} too. */
        record Written() implements Outcome {}

        /** There was nothing to write. */
        record Nothing() implements Outcome {}

        /** Others are saving at this moment; nothing was written. */
        record Busy() implements Outcome {}

        /**
         * The log did not answer in time.
         *
         * @param saved whether the change may be, or come to be, in force all the same
         */
        record Unavailable(String detail, boolean saved) implements Outcome {}
    }
}
