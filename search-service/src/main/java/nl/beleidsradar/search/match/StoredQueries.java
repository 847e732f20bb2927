package nl.beleidsradar.search.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions in force as stored queries. Changes are collected and applied together, at the
 * latest before the next match; those that come in great number at start, as they come.
 */
final class StoredQueries implements Subscriptions.Listener, AutoCloseable {

    /** Changes applied at once while they come: Lucene's cost is by the batch. */
    private static final int BATCH = 5_000;

    /** A query of a thousand characters holds fewer, each in four fields; Lucene allows 1,024. */
    private static final int MOST_CLAUSES = 1 << 16;

    private final Monitor monitor;
    private final Broken broken;
    private final Map<String, Followed> byId = new ConcurrentHashMap<>();
    private final Map<Followed.Key, Followed> byKey = new HashMap<>();
    private final Map<String, Followed> bySubscription = new HashMap<>();
    private final Set<String> unstored = new HashSet<>();
    private Map<String, Optional<Subscription>> pending = new LinkedHashMap<>();
    private long lastId;

    StoredQueries(Broken broken) {
        this.broken = broken;
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        try {
            // The document's fields bring their own tokens.
            this.monitor =
                    new Monitor(
                            new KeywordAnalyzer(),
                            new TermFilteredPresearcher(Rarity.OF_TERM, List.of(), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void changed(String id, @Nullable Subscription now) {
        pending.put(
                id, Optional.ofNullable(now).filter(s -> s.state() == Subscription.State.ACTIVE));
        if (pending.size() >= BATCH) {
            apply();
        }
    }

    /** Brings all changes into force. */
    synchronized void apply() {
        if (pending.isEmpty()) {
            return;
        }
        Map<String, Optional<Subscription>> changes = pending;
        pending = new LinkedHashMap<>();
        Map<String, Followed> added = new LinkedHashMap<>();
        changes.forEach((id, now) -> change(id, now.orElse(null), added));
        store(added.values().stream().filter(f -> byId.containsKey(f.id())).toList());
        if (!unstored.isEmpty()) {
            try {
                monitor.deleteById(List.copyOf(unstored));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            unstored.clear();
        }
    }

    private void change(String id, @Nullable Subscription now, Map<String, Followed> added) {
        @Nullable Followed before = bySubscription.get(id);
        if (before != null && (now == null || !before.key().equals(Followed.Key.of(now)))) {
            bySubscription.remove(id);
            before.remove(id);
            if (before.subscriptions().isEmpty()) {
                forget(before);
            }
        }
        if (now != null) {
            try {
                Followed followed = followed(Followed.Key.of(now), added);
                followed.put(now);
                bySubscription.put(id, followed);
            } catch (RuntimeException e) {
                broken.add(now, Broken.UNREADABLE, e);
            }
        }
    }

    private Followed followed(Followed.Key key, Map<String, Followed> added) {
        @Nullable Followed known = byKey.get(key);
        if (known != null) {
            return known;
        }
        String id = Long.toString(++lastId, Character.MAX_RADIX);
        Followed made = new Followed(id, key, FollowQuery.of(key.follow(), key.minStrength()));
        byKey.put(key, made);
        byId.put(id, made);
        added.put(id, made);
        return made;
    }

    private void forget(Followed followed) {
        byKey.remove(followed.key(), followed);
        if (byId.remove(followed.id()) != null) {
            unstored.add(followed.id());
        }
    }

    private void store(Collection<Followed> added) {
        try {
            monitor.register(added.stream().map(StoredQueries::query).toList());
        } catch (IOException | RuntimeException e) {
            // One of them is at fault: the others are stored without it.
            for (Followed followed : added) {
                try {
                    monitor.register(query(followed));
                } catch (IOException | RuntimeException fault) {
                    breaks(followed, Broken.UNREADABLE, fault);
                }
            }
        }
    }

    private static MonitorQuery query(Followed followed) {
        return new MonitorQuery(followed.id(), followed.query());
    }

    /** Takes a query out, whose subscriptions are reported as broken. */
    synchronized void breaks(Followed followed, String message, Exception fault) {
        followed.subscriptions().forEach(s -> broken.add(s, message, fault));
        forget(followed);
    }

    @Nullable Followed find(String id) {
        return byId.get(id);
    }

    <T extends QueryMatch> MatchingQueries<T> match(Document document, MatcherFactory<T> factory) {
        try {
            return monitor.match(document, factory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stored queries, each for one or more subscriptions. */
    synchronized int size() {
        return byId.size();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
