package nl.beleidsradar.contract;

import java.util.List;
import java.util.Objects;

/**
 * A theme that a document speaks of, with the passages that say so.
 *
 * @param id theme id, for example {@code militaire-mobiliteit}
 * @param passages never empty; first those of the title, then in the order of the text
 */
public record ThemeTag(String id, Strength strength, List<Passage> passages) {

    public ThemeTag {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(strength, "strength");
        passages = Copies.of(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("theme " + id + " without a passage");
        }
    }
}
