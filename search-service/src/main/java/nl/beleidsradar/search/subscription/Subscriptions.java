package nl.beleidsradar.search.subscription;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The subscriptions as this instance has read them so far; safe for use by several threads. */
@Component
public class Subscriptions {

    /** Takes each change after it is held; its subscription is null where it ended. */
    @FunctionalInterface
    public interface Listener {
        void changed(String id, @Nullable Subscription now);
    }

    private final Map<String, Subscription> held = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of every change from now on, on the one thread that reads the topic. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Called by the edge in the order of the topic; the same record may come again. */
    public void take(String id, @Nullable Subscription now) {
        if (now == null) {
            held.remove(id);
        } else {
            held.put(id, now);
        }
        listeners.forEach(l -> l.changed(id, now));
    }

    public Optional<Subscription> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    public Collection<Subscription> all() {
        return List.copyOf(held.values());
    }

    /** Those of one person, the newest first. */
    public List<Subscription> of(String owner) {
        return held.values().stream()
                .filter(s -> s.owner().equals(owner))
                .sorted(
                        Comparator.comparing(Subscription::created)
                                .reversed()
                                .thenComparing(Subscription::id))
                .toList();
    }
}
