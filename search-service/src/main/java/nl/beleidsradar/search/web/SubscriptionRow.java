package nl.beleidsradar.search.web;

import java.time.Instant;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in the list of them.
 *
 * @param look class of the mark that tells the state
 * @param notice what its owner should know; null where there is nothing
 * @param last when it was last a reason for an alert; null where it never was, or that is not known
 */
record SubscriptionRow(
        String id,
        String name,
        String state,
        String stateText,
        String look,
        FollowWords follows,
        String channel,
        @Nullable String frequency,
        boolean retroactive,
        @Nullable String notice,
        @Nullable Instant last,
        boolean pausable,
        String edit,
        String alerts,
        String feed) {

    static SubscriptionRow of(Subscription s, @Nullable Instant last, Wording say) {
        boolean waiting = unconfirmed(s);
        String state =
                s.state() == Subscription.State.ACTIVE && waiting ? "waiting" : "" + s.state();
        return new SubscriptionRow(
                s.id(),
                s.name(),
                state,
                say.text("subscribed." + state),
                switch (s.state()) {
                    case ACTIVE -> waiting ? "" : "state--good";
                    case PAUSED -> "";
                    case BROKEN -> "state--bad";
                },
                FollowWords.of(s.follow(), s.minStrength(), say),
                say.channel(s.channel()),
                s.channel().kind() == Channel.Kind.MAIL
                        ? say.text("frequency." + s.frequency())
                        : null,
                s.retroactive(),
                notice(s, waiting, say),
                last,
                s.state() == Subscription.State.ACTIVE,
                Links.subscription(s.id()),
                Links.alertsOf(s.id()),
                Links.subscriptionFeed(s.id()));
    }

    /** Whether the holder of its mail address has not agreed yet. */
    static boolean unconfirmed(Subscription s) {
        return s.channel().kind() == Channel.Kind.MAIL && s.channel().confirmed() == null;
    }

    private static @Nullable String notice(Subscription s, boolean waiting, Wording say) {
        if (s.message() != null) {
            return s.state() == Subscription.State.BROKEN
                    ? say.text("subscriptions.broken", s.message())
                    : s.message();
        }
        if (s.state() == Subscription.State.BROKEN) {
            return say.text("subscriptions.brokenUnsaid");
        }
        return waiting ? say.text("subscriptions.unconfirmed", "" + s.channel().to()) : null;
    }
}
