package nl.beleidsradar.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A cited document, whether or not the archive holds it.
 *
 * @param kind null where nothing that is held tells
 * @param url where the cited document is published, where known
 * @param document the document itself; null where the archive does not hold it
 * @param citedBy newest first, at most {@link DocumentSearch#MAX_CITED_BY}; one for each citing
 *     document and role
 * @param citedByTotal how many documents refer to it
 */
public record ReferenceView(
        String canonical,
        @Nullable ReferenceKind kind,
        @Nullable String url,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Held document,
        List<CitedBy> citedBy,
        long citedByTotal) {

    /** A document of the archive, in short. */
    public record Held(
            String id,
            String title,
            String type,
            String source,
            @Nullable LocalDate published,
            @Nullable String url) {}
}
