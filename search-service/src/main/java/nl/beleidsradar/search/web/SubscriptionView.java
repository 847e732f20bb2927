package nl.beleidsradar.search.web;

import java.time.Instant;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;

/** A subscription as the API shows it to its owner: without the keys that others act by. */
record SubscriptionView(
        String id,
        String name,
        Follow follow,
        @Nullable Strength minStrength,
        ChannelView channel,
        Frequency frequency,
        boolean retroactive,
        Subscription.State state,
        @Nullable String message,
        int version,
        Instant created,
        Instant changed,
        SelfAndFeed links) {

    /**
     * @param secret only in the answer to the call that made it
     * @param confirmed whether mail may be sent to the address; null for other kinds
     */
    record ChannelView(
            Channel.Kind kind,
            @Nullable String to,
            @Nullable String secret,
            @Nullable Boolean confirmed) {}

    /** Paths of this subscription and of its feed. */
    record SelfAndFeed(String self, String feed) {}

    static SubscriptionView of(Subscription s, @Nullable String secret) {
        Channel c = s.channel();
        return new SubscriptionView(
                s.id(),
                s.name(),
                s.follow(),
                s.minStrength(),
                new ChannelView(
                        c.kind(),
                        c.to(),
                        secret,
                        c.kind() == Channel.Kind.MAIL ? c.confirmed() != null : null),
                s.frequency(),
                s.retroactive(),
                s.state(),
                s.message(),
                s.version(),
                s.created(),
                s.changed(),
                new SelfAndFeed(path(s.id()), "/feeds/subscriptions/" + s.id() + ".atom"));
    }

    static String path(String id) {
        return "/api/subscriptions/" + id;
    }
}
