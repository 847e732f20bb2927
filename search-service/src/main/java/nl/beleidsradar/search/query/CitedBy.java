package nl.beleidsradar.search.query;

import java.time.LocalDate;
import nl.beleidsradar.contract.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A document that refers to another.
 *
 * @param id the citing document
 * @param published its day of publication; null where unknown
 * @param passage the sentence around its first such reference, as written
 * @param role cited or previous version, never self
 */
public record CitedBy(
        String id,
        String title,
        @Nullable LocalDate published,
        String passage,
        Reference.Role role) {}
