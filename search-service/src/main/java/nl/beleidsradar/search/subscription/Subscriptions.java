package nl.beleidsradar.search.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidsradar.contract.alert.Recipient;
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

    /** Where one stands in the list of its owner: the newest comes first. */
    public record Place(Instant created, String id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::created).reversed().thenComparing(Place::id);

        static Place of(Subscription s) {
            return new Place(s.created(), s.id());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<String, Subscription> held = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Place, Subscription>> byOwner =
            new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Recipient, Map<String, Subscription>> byRecipient = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of every change from now on, on the one thread that reads the topic. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Called by the edge in the order of the topic; the same record may come again. */
    public void take(String id, @Nullable Subscription now) {
        @Nullable Subscription before = now == null ? held.remove(id) : held.put(id, now);
        if (before != null) {
            forget(before, now);
        }
        if (now != null) {
            byOwner.computeIfAbsent(now.owner(), _ -> new ConcurrentSkipListMap<>())
                    .put(Place.of(now), now);
            byRecipient
                    .computeIfAbsent(now.recipient(), _ -> new ConcurrentHashMap<>())
                    .put(id, now);
            counts.merge(now.owner(), 1, Integer::sum);
        }
        listeners.forEach(l -> l.changed(id, now));
    }

    private void forget(Subscription before, @Nullable Subscription now) {
        counts.merge(before.owner(), -1, (n, less) -> n + less == 0 ? null : n + less);
        // Replaced in place where it can be, so that a reader never misses it.
        if (now == null
                || !now.owner().equals(before.owner())
                || !now.created().equals(before.created())) {
            byOwner.computeIfPresent(
                    before.owner(),
                    (_, all) -> {
                        all.remove(Place.of(before));
                        return all.isEmpty() ? null : all;
                    });
        }
        if (now == null || !now.recipient().equals(before.recipient())) {
            byRecipient.computeIfPresent(
                    before.recipient(),
                    (_, all) -> {
                        all.remove(before.id());
                        return all.isEmpty() ? null : all;
                    });
        }
    }

    public Optional<Subscription> find(String id) {
        return Optional.ofNullable(held.get(id));
    }

    public Collection<Subscription> all() {
        return List.copyOf(held.values());
    }

    /** Those of one person, the newest first. */
    public List<Subscription> of(String owner) {
        @Nullable NavigableMap<Place, Subscription> all = byOwner.get(owner);
        return all == null ? List.of() : List.copyOf(all.values());
    }

    /**
     * Some of those of one person, the newest first.
     *
     * @param after where the ones before ended; null to begin
     */
    public List<Subscription> of(String owner, @Nullable Place after, int most) {
        @Nullable NavigableMap<Place, Subscription> all = byOwner.get(owner);
        if (all == null) {
            return List.of();
        }
        NavigableMap<Place, Subscription> rest = after == null ? all : all.tailMap(after, false);
        return rest.values().stream().limit(most).toList();
    }

    /** Those that tell one person in one place. */
    public List<Subscription> of(Recipient recipient) {
        @Nullable Map<String, Subscription> all = byRecipient.get(recipient);
        return all == null ? List.of() : List.copyOf(all.values());
    }

    /** How many one person has. */
    public int count(String owner) {
        return counts.getOrDefault(owner, 0);
    }
}
