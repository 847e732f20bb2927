package nl.beleidsradar.search.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A log of subscriptions in memory, that can be away. */
public final class MemorySubscriptionLog implements SubscriptionLog {

    private final Subscriptions subscriptions;
    public Optional<Outcome> instead = Optional.empty();
    public boolean read = true;

    /** Comes before the change is decided on, as another instance's does. */
    public Runnable before = () -> {};

    public MemorySubscriptionLog(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean isRead() {
        return read;
    }

    @Override
    public boolean awaitCurrent(Duration atMost) {
        return read;
    }

    @Override
    public Outcome write(Supplier<List<Change>> changes) {
        if (instead.isPresent()) {
            return instead.get();
        }
        before.run();
        List<Change> wanted = changes.get();
        wanted.forEach(c -> subscriptions.take(c.id(), c.now()));
        return wanted.isEmpty() ? new Outcome.Nothing() : new Outcome.Written();
    }
}
