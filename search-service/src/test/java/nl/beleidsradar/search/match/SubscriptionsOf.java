package nl.beleidsradar.search.match;

import java.time.Instant;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;

/** Builds subscriptions for tests; what a test does not set is plain. */
public final class SubscriptionsOf {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private SubscriptionsOf() {}

    public static Follow query(String q) {
        return new Follow(null, q, null, null, null, null);
    }

    public static Follow theme(String theme) {
        return new Follow(theme, null, null, null, null, null);
    }

    public static Follow dossier(String dossier) {
        return new Follow(null, null, dossier, null, null, null);
    }

    public static Follow reference(String canonical) {
        return new Follow(null, null, null, canonical, null, null);
    }

    public static Subscription active(String id, Follow follow) {
        return subscription(id, "local", follow, null, Subscription.State.ACTIVE);
    }

    public static Subscription of(String id, String owner, Follow follow) {
        return subscription(id, owner, follow, null, Subscription.State.ACTIVE);
    }

    public static Subscription atLeast(String id, Follow follow, Strength least) {
        return subscription(id, "local", follow, least, Subscription.State.ACTIVE);
    }

    public static Subscription in(Subscription.State state, String id, Follow follow) {
        return subscription(id, "local", follow, null, state);
    }

    private static Subscription subscription(
            String id, String owner, Follow follow, Strength least, Subscription.State state) {
        return new Subscription(
                id,
                owner,
                id,
                follow,
                least,
                new Channel(Channel.Kind.INBOX, null, null, null),
                Frequency.IMMEDIATE,
                false,
                state,
                null,
                1,
                CREATED,
                CREATED,
                "token");
    }
}
