package nl.beleidsradar.ingest.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this service has taken in and how far each document came: a view in memory of its log. A
 * change is first acknowledged by the log and then seen here, so a kill at any moment loses nothing
 * that was answered for. Every writing method throws {@link LedgerUnavailable} and changes nothing
 * when the log does not answer.
 */
public final class HarvestLedger {

    private static final Logger LOG = LoggerFactory.getLogger(HarvestLedger.class);
    private static final String DOCUMENT = "document/";
    private static final String PATH = "path/";
    private static final String FOLDER = "folder/";

    private final LedgerLog log;
    private final Clock clock;
    private final FeedLedger feeds;
    private final LedgerWrites writes;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Map<String, LedgerEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, WatchedPath> paths = new ConcurrentHashMap<>();
    private final Map<String, String> idOfHash = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> idsOfChildren = new ConcurrentHashMap<>();
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    // Writes of one document keep their order; those of others go on meanwhile.
    private final Object[] locks = Stream.generate(Object::new).limit(256).toArray();

    public HarvestLedger(LedgerLog log, Clock clock) {
        this(log, clock, new FeedLedger(log));
    }

    /**
     * @param feeds what remote sources list, read from the same log
     */
    public HarvestLedger(LedgerLog log, Clock clock, FeedLedger feeds) {
        this.log = log;
        this.clock = clock;
        this.feeds = feeds;
        this.writes = feeds.writes();
    }

    /** Reads the log to its end; until then the ledger must not be asked anything. */
    public void load() {
        log.replay(this::restore);
        loaded.countDown();
        LOG.info("ledger read: {} documents, {} watched files", entries.size(), paths.size());
    }

    public boolean isLoaded() {
        return loaded.getCount() == 0;
    }

    public void awaitLoaded() throws InterruptedException {
        loaded.await();
    }

    /**
     * Enters bytes that a source handed over, already in the store.
     *
     * @return whether there is something to do: false if the same bytes with the same facts are
     *     known under this id
     */
    public boolean receive(DocumentId id, Receipt receipt) {
        return update(
                id.toString(),
                known -> {
                    if (known == null) {
                        return LedgerEntry.first(id, receipt);
                    }
                    boolean same =
                            known.reason() != FailureReason.TAKEN_DOWN
                                    && known.contentHash().equals(receipt.contentHash())
                                    && known.facts().equals(receipt.facts());
                    return same ? known : known.received(receipt);
                });
    }

    /** Enters a document that could not be fetched, or is not taken. */
    public void refuse(DocumentId id, Receipt receipt, FailureReason reason, String detail) {
        update(
                id.toString(),
                known ->
                        (known == null ? LedgerEntry.first(id, receipt) : known.received(receipt))
                                .failed(reason, detail, clock.instant()));
    }

    /** Remembers that the broker acknowledged the event made from {@code work}. */
    public void published(LedgerEntry work, PublishedText text) {
        boolean ignored =
                update(
                        work.id(),
                        now -> (now == null ? work : now).published(work, text, clock.instant()));
    }

    /** Remembers that {@code work} has no text, unless newer bytes came meanwhile. */
    public void failed(LedgerEntry work, FailureReason reason, @Nullable String detail) {
        boolean ignored =
                update(
                        work.id(),
                        now -> {
                            LedgerEntry known = now == null ? work : now;
                            return known.revision() == work.revision()
                                    ? known.failed(reason, detail, clock.instant())
                                    : known;
                        });
    }

    /**
     * Enters that the source has withdrawn a document; a worker then takes it out of the log.
     *
     * @return whether it was known and not withdrawn already
     */
    public boolean withdraw(String id) {
        return update(
                id,
                known ->
                        known == null || known.reason() == FailureReason.TAKEN_DOWN
                                ? known
                                : known.withdrawn(clock.instant()));
    }

    /**
     * Puts a failed or refused document back to received.
     *
     * @return whether it was one
     */
    public boolean retry(String id) {
        return update(
                id,
                known ->
                        known == null || known.reason() == null || isTakenDown(known)
                                ? known
                                : known.again(clock.instant()));
    }

    private static boolean isTakenDown(LedgerEntry entry) {
        return entry.reason() == FailureReason.TAKEN_DOWN;
    }

    /** Forgets a stand-in for a file that could not be read, now that it can. */
    public void forget(String id) {
        synchronized (lock(id)) {
            LedgerEntry known = entries.get(id);
            if (known != null) {
                writes.write(DOCUMENT + id, null, () -> LedgerJson.write(known));
                entries.remove(id);
            }
        }
    }

    public Optional<LedgerEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What was attached to a document or packed in it, in no order. */
    public List<LedgerEntry> children(String id) {
        return idsOfChildren.getOrDefault(id, Set.of()).stream()
                .flatMap(child -> entry(child).stream())
                .toList();
    }

    public Collection<LedgerEntry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** The folder document that holds these bytes, or held them in an earlier version. */
    public Optional<String> folderDocumentOf(String contentHash) {
        return Optional.ofNullable(idOfHash.get(contentHash));
    }

    public Optional<WatchedPath> path(String path) {
        return Optional.ofNullable(paths.get(path));
    }

    public Collection<WatchedPath> paths() {
        return Collections.unmodifiableCollection(paths.values());
    }

    public void remember(WatchedPath path) {
        writes.write(PATH + path.path(), LedgerJson.write(path), () -> held(path.path()));
        paths.put(path.path(), path);
    }

    public void forgetPath(String path) {
        writes.write(PATH + path, null, () -> held(path));
        paths.remove(path);
    }

    /** Whether everything a folder held when it was first followed has been taken. */
    public boolean isFollowed(String folder) {
        return followed.contains(folder);
    }

    public void follow(String folder) {
        byte[] since = LedgerJson.write(Map.of("since", clock.instant()));
        // Only ever written of a folder that is not followed yet.
        writes.write(FOLDER + folder, since, () -> null);
        followed.add(folder);
    }

    public Instant now() {
        return clock.instant();
    }

    private boolean update(String id, Function<@Nullable LedgerEntry, @Nullable LedgerEntry> by) {
        synchronized (lock(id)) {
            LedgerEntry known = entries.get(id);
            LedgerEntry next = by.apply(known);
            if (next == null || next == known) {
                return false;
            }
            writes.write(
                    DOCUMENT + id,
                    LedgerJson.write(next),
                    () -> known == null ? null : LedgerJson.write(known));
            show(next);
            return true;
        }
    }

    private Object lock(String id) {
        return locks[Math.floorMod(id.hashCode(), locks.length)];
    }

    private byte @Nullable [] held(String path) {
        return path(path).map(LedgerJson::write).orElse(null);
    }

    private void show(LedgerEntry entry) {
        entries.put(entry.id(), entry);
        if (entry.parent() != null) {
            idsOfChildren
                    .computeIfAbsent(entry.parent(), p -> ConcurrentHashMap.newKeySet())
                    .add(entry.id());
        }
        if (entry.listed() && entry.source().equals("folder") && !entry.contentHash().isEmpty()) {
            idOfHash.putIfAbsent(entry.contentHash(), entry.id());
            entry.previous().forEach(v -> idOfHash.putIfAbsent(v.contentHash(), entry.id()));
            if (entry.held() != null) {
                idOfHash.putIfAbsent(entry.held().contentHash(), entry.id());
            }
        }
    }

    private void restore(String key, byte @Nullable [] value) {
        if (key.startsWith(DOCUMENT)) {
            if (value == null) {
                entries.remove(key.substring(DOCUMENT.length()));
            } else {
                show(LedgerJson.read(value, LedgerEntry.class));
            }
        } else if (key.startsWith(PATH)) {
            if (value == null) {
                paths.remove(key.substring(PATH.length()));
            } else {
                WatchedPath path = LedgerJson.read(value, WatchedPath.class);
                paths.put(path.path(), path);
            }
        } else if (key.startsWith(FOLDER) && value != null) {
            followed.add(key.substring(FOLDER.length()));
        } else {
            feeds.restore(key, value);
        }
    }
}
