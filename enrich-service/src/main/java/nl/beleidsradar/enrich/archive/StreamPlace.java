package nl.beleidsradar.enrich.archive;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the stream of new documents is, partition by partition, so that tagging the archive anew
 * can stay behind it: only the instance that owns a partition tags it, only what the stream has
 * finished, and nothing of which the stream has since begun a newer event.
 */
public final class StreamPlace {

    private final Map<Integer, Partition> owned = new ConcurrentHashMap<>();

    /**
     * The stream has been given a partition.
     *
     * @param next offset of the first record it will take
     * @param ruleset version of the rules in force
     */
    public void assigned(int partition, long next, int ruleset) {
        owned.put(partition, new Partition(next, ruleset));
    }

    public void revoked(int partition) {
        Partition gone = owned.remove(partition);
        if (gone != null) {
            gone.lose();
        }
    }

    /** The stream takes up a record, with the rules in force from now on. */
    public void begun(int partition, String key, long offset) {
        Partition place = owned.get(partition);
        if (place != null) {
            place.begin(key, offset);
        }
    }

    /** The stream is done with a record: what came of it has been acknowledged. */
    public void ended(int partition, long offset) {
        Partition place = owned.get(partition);
        if (place != null) {
            place.end(offset);
        }
    }

    /** Number of partitions that the stream has been given. */
    public int count() {
        return owned.size();
    }

    Set<Integer> owned() {
        return Set.copyOf(owned.keySet());
    }

    @Nullable Partition of(int partition) {
        return owned.get(partition);
    }

    /** Whether a record is in the stream's hands, or lies before it. */
    boolean isBehind(Map<Integer, Long> ends) {
        for (Map.Entry<Integer, Partition> entry : owned.entrySet()) {
            if (entry.getValue().isBehind(ends.getOrDefault(entry.getKey(), 0L))) {
                return true;
            }
        }
        return false;
    }

    /** One partition, for as long as this instance owns it. */
    static final class Partition {

        private static final long NONE = -1;

        private final long first;
        private final int firstRuleset;
        private long next;
        private long inHand = NONE;
        private boolean lost;
        private @Nullable Set<String> begunSince;

        private Partition(long first, int firstRuleset) {
            this.first = first;
            this.firstRuleset = firstRuleset;
            this.next = first;
        }

        private synchronized void begin(String key, long offset) {
            inHand = offset;
            if (begunSince != null) {
                begunSince.add(key);
            }
        }

        private synchronized void end(long offset) {
            inHand = NONE;
            next = offset + 1;
            notifyAll();
        }

        private synchronized void lose() {
            lost = true;
            notifyAll();
        }

        private synchronized boolean isBehind(long end) {
            return inHand != NONE || next < end;
        }

        synchronized boolean isLost() {
            return lost;
        }

        /**
         * Notes from now on which keys the stream takes up, and waits until it has no record in
         * hand that it may have begun with older rules.
         *
         * @param ruleset version of the rules in force
         * @return offset from which the stream did, or will do, every record by these rules
         */
        synchronized long watch(int ruleset) throws InterruptedException {
            begunSince = new HashSet<>();
            long before = inHand;
            while (before != NONE && inHand == before && !lost) {
                wait(1_000);
            }
            return firstRuleset == ruleset ? first : next;
        }

        synchronized void unwatch() {
            begunSince = null;
        }

        /**
         * Sends the new tags of older events, except of documents of which the stream has taken up
         * a newer event; while they are sent it cannot.
         *
         * @param batch by document id
         * @return how many were sent
         */
        synchronized <T> int sendUnbegun(Map<String, T> batch, Consumer<Collection<T>> send) {
            Set<String> begun = begunSince;
            if (lost || begun == null) {
                return 0;
            }
            batch.keySet().removeAll(begun);
            send.accept(batch.values());
            return batch.size();
        }
    }
}
