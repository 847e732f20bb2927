package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the remote sources have been read and what they list, beside the {@link HarvestLedger} on
 * the same log. Every writing method throws {@link LedgerUnavailable} and changes nothing when the
 * log does not answer.
 */
public final class FeedLedger {

    private static final String CURSOR = "cursor/";
    private static final String LISTED = "listed/";

    private final LedgerWrites writes;
    private final Map<String, FeedPosition> positions = new ConcurrentHashMap<>();
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();
    private final Map<String, Listing> unfetched = new ConcurrentHashMap<>();
    private final Map<String, String> idOfKey = new ConcurrentHashMap<>();
    private final Withdrawals withdrawals = new Withdrawals();
    // Changes of one document keep their order; those of others go on meanwhile.
    private final Object[] locks = Stream.generate(Object::new).limit(256).toArray();
    // A source that withdraws a document may know it by another name than its id, so a withdrawal
    // waits for all changes, and all changes for it.
    private final ReadWriteLock withdrawing = new ReentrantReadWriteLock();

    /** A page of a list while it is worked on. */
    public final class Page implements AutoCloseable {

        private final long asked = withdrawals.begin();

        private Page() {}

        /**
         * Whether the source has withdrawn a document after this page was asked for.
         *
         * @param name as the page has it: the source's own name, or the second part of the id
         */
        public boolean isWithdrawn(String source, String name) {
            return withdrawals.isSince(asked, source + ":" + name);
        }

        @Override
        public void close() {
            withdrawals.end(asked);
        }
    }

    public FeedLedger(LedgerLog log) {
        this.writes = new LedgerWrites(log);
    }

    public Optional<FeedPosition> position(String track) {
        return Optional.ofNullable(positions.get(track));
    }

    public void move(FeedPosition to) {
        writes.write(
                CURSOR + to.track(),
                LedgerJson.write(to),
                () -> position(to.track()).map(LedgerJson::write).orElse(null));
        positions.put(to.track(), to);
    }

    public Optional<Listing> listing(String id) {
        return Optional.ofNullable(listings.get(id));
    }

    /** To be called before a page is asked for, and closed when it is accounted for. */
    public Page page() {
        return new Page();
    }

    /**
     * Does something to a document while nobody else changes what is listed of it.
     *
     * @param change given the document as it is listed now, if it is
     */
    public <T> T update(String id, Function<Optional<Listing>, T> change) {
        withdrawing.readLock().lock();
        try {
            synchronized (locks[Math.floorMod(id.hashCode(), locks.length)]) {
                return change.apply(listing(id));
            }
        } finally {
            withdrawing.readLock().unlock();
        }
    }

    /** Only within {@link #update}, made from what that was given. */
    public void list(Listing listing) {
        writes.write(LISTED + listing.id(), LedgerJson.write(listing), () -> held(listing.id()));
        show(listing);
    }

    /**
     * Has a file that could not be had tried again at the next poll of its source.
     *
     * @return whether there is such a file
     */
    public boolean tryAgain(String id, Instant now) {
        return update(
                id,
                listed -> {
                    Wanted wanted = listed.map(Listing::wanted).orElse(null);
                    if (wanted == null) {
                        return false;
                    }
                    list(listed.get().wanting(wanted.at(now)));
                    return true;
                });
    }

    /**
     * The source lists it no more.
     *
     * @param name the source's own name for it, or the second part of its id
     * @param stands whether it is withdrawn as it is listed now, and has not come back since
     * @param take given its id, where it is known
     */
    public void withdraw(
            String source, String name, Predicate<Listing> stands, Consumer<String> take) {
        withdrawing.writeLock().lock();
        try {
            Optional<String> known = idOf(source, name);
            if (known.flatMap(this::listing).filter(stands.negate()).isPresent()) {
                return;
            }
            withdrawals.add(source + ":" + name);
            known.ifPresent(id -> {
                take.accept(id);
                writes.write(LISTED + id, null, () -> held(id));
                hide(id);
            });
        } finally {
            withdrawing.writeLock().unlock();
        }
    }

    /** The document that a source calls by this name. */
    public Optional<String> idOf(String source, String key) {
        String id = idOfKey.get(source + ":" + key);
        return id != null
                ? Optional.of(id)
                : Optional.of(source + ":" + key).filter(listings::containsKey);
    }

    public Collection<Listing> listings() {
        return Collections.unmodifiableCollection(listings.values());
    }

    /** Those with a file still to be fetched. */
    public Collection<Listing> unfetched() {
        return Collections.unmodifiableCollection(unfetched.values());
    }

    /** The way to the log for everything that is kept on it. */
    LedgerWrites writes() {
        return writes;
    }

    private byte @Nullable [] held(String id) {
        return listing(id).map(LedgerJson::write).orElse(null);
    }

    void restore(String key, byte @Nullable [] value) {
        if (key.startsWith(CURSOR) && value != null) {
            FeedPosition position = LedgerJson.read(value, FeedPosition.class);
            positions.put(position.track(), position);
        } else if (key.startsWith(LISTED)) {
            if (value == null) {
                hide(key.substring(LISTED.length()));
            } else {
                show(LedgerJson.read(value, Listing.class));
            }
        }
    }

    private void show(Listing listing) {
        listings.put(listing.id(), listing);
        if (listing.wanted() == null) {
            unfetched.remove(listing.id());
        } else {
            unfetched.put(listing.id(), listing);
        }
        if (listing.key() != null) {
            idOfKey.put(listing.source() + ":" + listing.key(), listing.id());
        }
    }

    private void hide(String id) {
        Listing was = listings.remove(id);
        unfetched.remove(id);
        if (was != null && was.key() != null) {
            idOfKey.remove(was.source() + ":" + was.key(), id);
        }
    }
}
