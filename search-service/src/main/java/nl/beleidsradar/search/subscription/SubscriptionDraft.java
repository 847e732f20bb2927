package nl.beleidsradar.search.subscription;

import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner wants it, not looked at yet.
 *
 * @param name null or blank for one made of what is followed
 * @param to null for the inbox, and for the owner's own mail address
 * @param frequency null for at once
 * @param state active or paused; null for as it is, and active for what was broken or is new
 */
public record SubscriptionDraft(
        @Nullable String name,
        Follow follow,
        @Nullable Strength minStrength,
        Channel.Kind kind,
        @Nullable String to,
        @Nullable Frequency frequency,
        boolean retroactive,
        Subscription.@Nullable State state) {}
