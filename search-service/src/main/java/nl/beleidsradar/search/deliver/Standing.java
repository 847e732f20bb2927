package nl.beleidsradar.search.deliver;

import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.alert.Recipient;

/** Whether an alert may still be sent. */
@FunctionalInterface
interface Standing {

    Verdict of(Recipient recipient, List<String> subscriptions, Instant raised, Instant now);

    /** What to do with it. */
    sealed interface Verdict {

        record Send() implements Verdict {}

        /** The holder of the address has not agreed yet. */
        record Wait() implements Verdict {}

        /** Whoever wanted it cannot be told for now: the subscription is broken or paused. */
        record Halt(String why) implements Verdict {}

        /** Nobody wants it any more. */
        record Drop(String why) implements Verdict {}
    }
}
