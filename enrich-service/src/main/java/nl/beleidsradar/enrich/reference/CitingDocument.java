package nl.beleidsradar.enrich.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the finder needs to know of the citing document.
 *
 * @param documentId {@code <source>:<local id>}; null for text that is not a document of the
 *     archive
 * @param text as stored; offsets of finds count its UTF-16 units
 * @param pages ascending start offsets of the pages; empty where there are none
 * @param metadata what the source said of the document
 */
public record CitingDocument(
        @Nullable String documentId,
        String title,
        String text,
        List<Integer> pages,
        @Nullable LocalDate published,
        Map<String, List<String>> metadata) {

    public CitingDocument {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        pages = List.copyOf(pages);
        metadata = Map.copyOf(metadata);
    }
}
