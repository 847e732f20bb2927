package nl.beleidsradar.search.match;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subscription;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** What one or more subscriptions follow, all in the same words: one stored query for all. */
final class Followed {

    /** What tells two stored queries apart. */
    record Key(Follow follow, @Nullable Strength minStrength) {

        static Key of(Subscription s) {
            return new Key(s.follow(), s.minStrength());
        }
    }

    private final String id;
    private final Key key;
    private final Query query;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>(1);

    Followed(String id, Key key, Query query) {
        this.id = id;
        this.key = key;
        this.query = query;
    }

    String id() {
        return id;
    }

    Key key() {
        return key;
    }

    Query query() {
        return query;
    }

    Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    void put(Subscription s) {
        subscriptions.put(s.id(), s);
    }

    void remove(String subscriptionId) {
        subscriptions.remove(subscriptionId);
    }
}
