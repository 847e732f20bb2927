package nl.beleidsradar.contract.alert;

import java.time.Instant;
import java.util.Objects;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.WireName;
import org.jspecify.annotations.Nullable;

/**
 * What somebody follows and how they are told: the event on {@code subscriptions}, keyed by
 * subscription id. A record without a value ends the subscription.
 *
 * @param id 128 random bits in base64url: whoever knows it may read its feed
 * @param owner user name; {@code local} where there is no login
 * @param name as its owner calls it; never blank
 * @param minStrength of the followed theme, or of any theme; null for every strength
 * @param retroactive whether to tell also of what was found by tagging anew or by a back-fill
 * @param message to the owner, such as why it is broken; null where there is nothing to say
 * @param version 1 at creation, rising with each change
 * @param changed when this version was saved
 * @param token 128 random bits in base64url: whoever knows it may pause or end the subscription
 */
public record Subscription(
        String id,
        String owner,
        String name,
        Follow follow,
        @Nullable Strength minStrength,
        Channel channel,
        Frequency frequency,
        boolean retroactive,
        State state,
        @Nullable String message,
        int version,
        Instant created,
        Instant changed,
        String token) {

    public Subscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(follow, "follow");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(token, "token");
    }

    /** Who is told: two subscriptions with the same recipient never tell the same thing twice. */
    public Recipient recipient() {
        return new Recipient(owner, channel.kind(), channel.to());
    }

    /** Whether it is in force. */
    public enum State {
        ACTIVE,
        PAUSED,
        /** Cannot be matched or delivered; {@code message} says why. */
        BROKEN;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
