package nl.beleidsradar.search.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mail subscriptions whose address nobody has confirmed yet, and which addresses were asked for
 * that: each once, by a mail with an id of its own.
 */
@Component
final class Confirmations {

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Duration within;

    Confirmations(Subscriptions subscriptions, DeliverySettings settings) {
        within = settings.confirmWithin();
        subscriptions.listen(this::changed);
        subscriptions.all().forEach(s -> changed(s.id(), s));
    }

    private static final class Waiting {
        final Subscription subscription;
        int attempts;
        Instant next = Instant.MIN;
        boolean busy;

        Waiting(Subscription subscription) {
            this.subscription = subscription;
        }
    }

    private void changed(String id, @Nullable Subscription now) {
        if (now == null
                || now.channel().kind() != Channel.Kind.MAIL
                || now.channel().confirmed() != null
                || now.state() != Subscription.State.ACTIVE) {
            waiting.remove(id);
        } else {
            waiting.compute(
                    id,
                    (_, old) ->
                            old != null && mailId(old.subscription).equals(mailId(now))
                                    ? old
                                    : new Waiting(now));
        }
    }

    static String mailId(Subscription subscription) {
        return MessageIds.confirmation(
                subscription.id(), Objects.requireNonNull(subscription.channel().to()));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** From when on the records of what was asked must be known. */
    Optional<Instant> oldest(Instant now) {
        Instant limit = now.minus(within);
        return waiting.values().stream()
                .map(w -> w.subscription.changed())
                .min(Instant::compareTo)
                .map(oldest -> oldest.isBefore(limit) ? limit : oldest);
    }

    /** The log says that this mail was sent, or cannot be. */
    void ended(String mailId) {
        sent.add(mailId);
    }

    /**
     * Those to be asked now; each is under way until {@link #finished}.
     *
     * @param mine asked for the recipient, and takes the place for a message to it
     */
    List<Subscription> start(Instant now, Predicate<Recipient> mine) {
        List<Subscription> due = new ArrayList<>();
        Set<Recipient> underWay = asked();
        for (Waiting w : waiting.values()) {
            if (!underWay.contains(w.subscription.recipient())
                    && !w.next.isAfter(now)
                    && now.isBefore(w.subscription.changed().plus(within))
                    && mine.test(w.subscription.recipient())) {
                w.busy = true;
                underWay.add(w.subscription.recipient());
                due.add(w.subscription);
            }
        }
        return due;
    }

    /** One answer holds for all subscriptions of an address. */
    private Set<Recipient> asked() {
        Set<Recipient> asked = new HashSet<>();
        for (Waiting w : waiting.values()) {
            if (w.busy || sent.contains(mailId(w.subscription))) {
                asked.add(w.subscription.recipient());
            }
        }
        return asked;
    }

    /** Those that nobody agreed with in all the time there was; each is named once. */
    List<Subscription> expired(Instant now) {
        List<Subscription> expired =
                waiting.values().stream()
                        .filter(w -> !w.busy && now.isAfter(w.subscription.changed().plus(within)))
                        .map(w -> w.subscription)
                        .toList();
        expired.forEach(s -> waiting.remove(s.id()));
        return expired;
    }

    /** Answers how often it was tried. */
    int finished(Subscription subscription, Attempt attempt, Instant now) {
        if (!(attempt instanceof Attempt.Again)) {
            sent.add(mailId(subscription));
        }
        Waiting w = waiting.get(subscription.id());
        if (w == null) {
            return 1;
        }
        w.attempts++;
        w.next = now.plus(BackOff.after(mailId(subscription), w.attempts));
        w.busy = false;
        return w.attempts;
    }
}
