package nl.beleidsradar.search.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the documents that are the same piece.
 *
 * @param published null where the source does not say
 */
public record Copy(String id, String source, @Nullable LocalDate published) {}
