package nl.beleidsradar.contract.alert;

import java.time.Instant;
import java.util.Objects;
import nl.beleidsradar.contract.WireName;
import org.jspecify.annotations.Nullable;

/**
 * What became of an alert on its way: the event on {@code alerts.delivered}, keyed by alert id, in
 * the partition of its recipient. The last record of an id counts.
 *
 * @param recipient as {@link Recipient} writes it
 * @param message Message-ID of the mail or {@code webhook-id} that told it; null for the inbox
 * @param attempts how often it was tried
 * @param detail why it was not accepted, or not sent; null where it was delivered
 * @param next when it is tried again; null unless it waits
 * @param at when this was written
 */
public record AlertDelivered(
        String id,
        String recipient,
        State state,
        @Nullable String message,
        int attempts,
        @Nullable String detail,
        @Nullable Instant next,
        Instant at) {

    public AlertDelivered {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
    }

    /** Whether nothing more will be done for it. */
    public boolean ended() {
        return state != State.WAITING;
    }

    /** How far it came. */
    public enum State {
        /** Not accepted yet; tried again at {@code next}. */
        WAITING,
        /** Accepted by the receiver. */
        DELIVERED,
        /** Not accepted in all the time there was, or refused for good. */
        FAILED,
        /** Not to be sent any more: its subscriptions ended or paused. */
        DROPPED;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
