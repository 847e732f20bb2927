package nl.beleidsradar.ingest.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That remote sources list a document, whether it is held or not.
 *
 * @param feeds the revision last seen in each feed that lists it; "" where the feed tells none
 * @param key the source's own name for it, where that is not in its id
 * @param wanted what is still to be fetched; null where nothing is
 */
public record Listing(
        String id, Map<String, String> feeds, @Nullable String key, @Nullable Wanted wanted) {

    public Listing {
        feeds = feeds == null ? Map.of() : Map.copyOf(feeds);
    }

    public String source() {
        return id.substring(0, id.indexOf(':'));
    }

    /** One that no feed has listed yet. */
    public static Listing of(String id) {
        return new Listing(id, Map.of(), null, null);
    }

    /** As one feed lists it, whatever is still to fetch. */
    public Listing seen(String feed, @Nullable String revision) {
        Map<String, String> all = new HashMap<>(feeds);
        all.put(feed, revision == null ? "" : revision);
        return new Listing(id, all, key, wanted);
    }

    /** With nothing left to fetch, as one feed has it. */
    public Listing taken(String feed, @Nullable String revision) {
        return new Listing(id, seen(feed, revision).feeds, key, null);
    }

    /** With something still to fetch, as its feed has it. */
    public Listing wanting(Wanted file) {
        return new Listing(id, seen(file.feed(), file.revision()).feeds, key, file);
    }

    public Listing known(@Nullable String name) {
        return name == null || name.equals(key) ? this : new Listing(id, feeds, name, wanted);
    }
}
