package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;

/** A log of subscriptions in memory, that can be away. */
final class MemorySubscriptions implements SubscriptionLog {

    private final Subscriptions subscriptions;
    Optional<Outcome> instead = Optional.empty();

    MemorySubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public Outcome write(Supplier<List<Change>> changes) {
        if (instead.isPresent()) {
            return instead.get();
        }
        List<Change> wanted = changes.get();
        wanted.forEach(c -> subscriptions.take(c.id(), c.now()));
        return wanted.isEmpty() ? new Outcome.Nothing() : new Outcome.Written();
    }

    /** Ends all, so that one test does not see what another saved. */
    void clear() {
        instead = Optional.empty();
        subscriptions.all().forEach(s -> subscriptions.take(s.id(), null));
    }
}
