package nl.beleidsradar.contract.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import nl.beleidsradar.contract.DocumentExtracted;
import org.jspecify.annotations.Nullable;

/**
 * The document of an alert, as far as the one who is told needs it.
 *
 * @param url where the source publishes it, if it does
 * @param published Europe/Amsterdam; null where unknown
 * @param parentId the document this one is attached to
 * @param retrieved when these bytes were fetched: from then on the alert is on its way
 */
public record AlertDocument(
        String id,
        String title,
        @Nullable String url,
        @Nullable LocalDate published,
        String source,
        String type,
        @Nullable String parentId,
        Instant retrieved) {

    public AlertDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(retrieved, "retrieved");
    }

    public static AlertDocument of(DocumentExtracted d) {
        return new AlertDocument(
                d.id(),
                d.title(),
                d.sourceUrl(),
                d.published(),
                d.source(),
                d.documentType(),
                d.parentId(),
                d.retrieved());
    }
}
