package nl.beleidsradar.enrich;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.enrich.reference.CitingDocument;
import org.jspecify.annotations.Nullable;

/** A text to try, as a person or a script gives it. */
record AnalyzeInput(
        @Nullable String id, @Nullable String title, String text, @Nullable LocalDate published) {

    /**
     * @param published ISO 8601 day, or a time of which the day counts
     * @throws IllegalArgumentException for what cannot be used, naming the field
     */
    static AnalyzeInput of(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String published) {
        if (text == null) {
            throw new IllegalArgumentException("text is missing");
        }
        return new AnalyzeInput(id, title, text, day(published));
    }

    CitingDocument document() {
        return new CitingDocument(
                id, Objects.requireNonNullElse(title, ""), text, List.of(), published, Map.of());
    }

    private static @Nullable LocalDate day(@Nullable String published) {
        if (published == null || published.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(
                    published.length() > 10 ? published.substring(0, 10) : published);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("published must be a date such as 2021-06-04", e);
        }
    }
}
