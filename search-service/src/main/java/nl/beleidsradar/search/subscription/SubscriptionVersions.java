package nl.beleidsradar.search.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.contract.alert.Subscription.State;
import org.jspecify.annotations.Nullable;

/** Makes the first and each next version of a subscription. */
final class SubscriptionVersions {

    private static final Duration OLD_SECRET_SIGNS = Duration.ofHours(24);
    private static final int MOST_SECRETS = 4;

    private final Subscriptions subscriptions;
    private final SubscriptionRules rules;
    private final Clock clock;

    SubscriptionVersions(Subscriptions subscriptions, SubscriptionRules rules, Clock clock) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.clock = clock;
    }

    Subscription first(String id, String owner, SubscriptionDraft wanted) {
        Instant now = now();
        return new Subscription(
                id,
                owner,
                Objects.requireNonNull(wanted.name()),
                wanted.follow(),
                wanted.minStrength(),
                channel(owner, wanted, null, now),
                Objects.requireNonNull(wanted.frequency()),
                wanted.retroactive(),
                Objects.requireNonNullElse(wanted.state(), State.ACTIVE),
                null,
                1,
                now,
                now,
                Tokens.token());
    }

    Subscription changed(Subscription s, SubscriptionDraft wanted) {
        Instant now = now();
        Channel channel = channel(s.owner(), wanted, s.channel(), now);
        boolean sameAddress = Objects.equals(channel.to(), s.channel().to());
        State asItWas = s.state() == State.PAUSED ? State.PAUSED : State.ACTIVE;
        return new Subscription(
                s.id(),
                s.owner(),
                Objects.requireNonNull(wanted.name()),
                wanted.follow(),
                wanted.minStrength(),
                channel,
                Objects.requireNonNull(wanted.frequency()),
                wanted.retroactive(),
                Objects.requireNonNullElse(wanted.state(), asItWas),
                null,
                s.version() + 1,
                s.created(),
                now,
                // Links in mail to the old address must not act for the new one.
                sameAddress ? s.token() : Tokens.token());
    }

    private Channel channel(
            String owner, SubscriptionDraft wanted, @Nullable Channel before, Instant now) {
        Channel.Kind kind = wanted.kind();
        @Nullable String to = wanted.to();
        if (before != null && before.kind() == kind && Objects.equals(before.to(), to)) {
            return kind == Channel.Kind.MAIL && before.confirmed() == null
                    ? mail(owner, Objects.requireNonNull(to), now)
                    : before;
        }
        return switch (kind) {
            case INBOX -> new Channel(kind, null, null, List.of());
            case MAIL -> mail(owner, Objects.requireNonNull(to), now);
            case WEBHOOK ->
                    new Channel(kind, to, null, List.of(new Channel.Secret(Tokens.secret(), null)));
        };
    }

    private Channel mail(String owner, String to, Instant now) {
        return new Channel(Channel.Kind.MAIL, to, agreed(owner, to, now), List.of());
    }

    /** Since when the holder of the address is known to agree; null where that must be asked. */
    private @Nullable Instant agreed(String owner, String address, Instant now) {
        if (rules.isOwn(address)) {
            return now;
        }
        return subscriptions.of(new Recipient(owner, Channel.Kind.MAIL, address)).stream()
                .map(s -> s.channel().confirmed())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Subscription confirmed(Subscription s) {
        Channel c = s.channel();
        return next(s, new Channel(c.kind(), c.to(), now(), c.secrets()), s.state(), s.message());
    }

    /** With a new secret; the old one signs along for a day. */
    Subscription rotated(Subscription s) {
        Instant now = now();
        List<Channel.Secret> secrets = new ArrayList<>();
        secrets.add(new Channel.Secret(Tokens.secret(), null));
        for (Channel.Secret old : s.channel().secrets()) {
            @Nullable Instant expires = old.expires();
            if (expires == null) {
                secrets.add(new Channel.Secret(old.value(), now.plus(OLD_SECRET_SIGNS)));
            } else if (expires.isAfter(now) && secrets.size() < MOST_SECRETS) {
                secrets.add(old);
            }
        }
        Channel c = s.channel();
        return next(
                s, new Channel(c.kind(), c.to(), c.confirmed(), secrets), s.state(), s.message());
    }

    /** In another state, with what there is to say of it. */
    Subscription in(Subscription s, State state, @Nullable String message) {
        return next(s, s.channel(), state, message);
    }

    private Subscription next(
            Subscription s, Channel channel, State state, @Nullable String message) {
        return new Subscription(
                s.id(),
                s.owner(),
                s.name(),
                s.follow(),
                s.minStrength(),
                channel,
                s.frequency(),
                s.retroactive(),
                state,
                message,
                s.version() + 1,
                s.created(),
                now(),
                s.token());
    }

    /** In milliseconds, as it is written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
