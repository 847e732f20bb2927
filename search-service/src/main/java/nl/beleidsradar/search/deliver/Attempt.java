package nl.beleidsradar.search.deliver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending a message once. */
sealed interface Attempt {

    /** The receiver has it. */
    record Accepted() implements Attempt {}

    /**
     * Not now.
     *
     * @param reason of a closed list, for counting
     * @param detail for the operator and the owner
     * @param notBefore how long the receiver asks to wait; null where it does not say
     * @param unreachable whether nobody answered: then it is tried again at least each minute
     */
    record Again(String reason, String detail, @Nullable Duration notBefore, boolean unreachable)
            implements Attempt {}

    /**
     * Never: the receiver wants no more messages, or does not exist.
     *
     * @param reason of a closed list, for counting
     */
    record Refused(String reason, String detail) implements Attempt {}
}
