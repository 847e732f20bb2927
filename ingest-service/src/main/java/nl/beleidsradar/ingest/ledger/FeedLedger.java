package nl.beleidsradar.ingest.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the remote sources have been read and what they list, beside the {@link HarvestLedger} on
 * the same log. Every writing method throws {@link LedgerUnavailable} and changes nothing when the
 * log does not answer.
 */
public final class FeedLedger {

    private static final String CURSOR = "cursor/";
    private static final String LISTED = "listed/";

    private final LedgerLog log;
    private final Map<String, FeedPosition> positions = new ConcurrentHashMap<>();
    private final Map<String, Listing> listings = new ConcurrentHashMap<>();
    private final Map<String, Listing> unfetched = new ConcurrentHashMap<>();
    private final Map<String, String> idOfKey = new ConcurrentHashMap<>();

    public FeedLedger(LedgerLog log) {
        this.log = log;
    }

    public Optional<FeedPosition> position(String track) {
        return Optional.ofNullable(positions.get(track));
    }

    public void move(FeedPosition to) {
        log.append(CURSOR + to.track(), LedgerJson.write(to));
        positions.put(to.track(), to);
    }

    public Optional<Listing> listing(String id) {
        return Optional.ofNullable(listings.get(id));
    }

    public void list(Listing listing) {
        log.append(LISTED + listing.id(), LedgerJson.write(listing));
        show(listing);
    }

    /**
     * Has a file that could not be had tried again at the next poll of its source.
     *
     * @return whether there is such a file
     */
    public boolean tryAgain(String id, Instant now) {
        Listing listing = unfetched.get(id);
        Wanted wanted = listing == null ? null : listing.wanted();
        if (listing == null || wanted == null) {
            return false;
        }
        Wanted again =
                new Wanted(
                        wanted.feed(),
                        wanted.revision(),
                        wanted.facts(),
                        wanted.files(),
                        wanted.backFill(),
                        wanted.attempts(),
                        now,
                        now,
                        wanted.detail());
        list(listing.wanting(again, wanted.feed()));
        return true;
    }

    /** No source lists it any more. */
    public void unlist(String id) {
        log.append(LISTED + id, null);
        hide(id);
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
