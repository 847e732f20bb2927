package nl.beleidsradar.search.theme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a theme file would change in the archive, as enrich-service found it.
 *
 * @param read documents looked at
 * @param total documents in the archive
 * @param complete whether all were looked at
 * @param kept documents that carry the theme before and after
 * @param won documents that would come to carry it
 * @param lost documents that would no longer
 */
public record Preview(
        String theme,
        long read,
        long total,
        boolean complete,
        long kept,
        Side won,
        Side lost,
        List<Month> months) {

    public Preview {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(won, "won");
        Objects.requireNonNull(lost, "lost");
        months = orNone(months);
    }

    /**
     * @param documents some of them, with why
     */
    public record Side(long count, List<Found> documents) {
        public Side {
            documents = orNone(documents);
        }
    }

    /** A document won or lost. */
    public record Found(
            String id,
            @Nullable String title,
            @Nullable LocalDate published,
            @Nullable String strength,
            List<Passage> passages) {
        public Found {
            Objects.requireNonNull(id, "id");
            passages = orNone(passages);
        }
    }

    /** Why a document is won or lost. */
    public record Passage(String text, @Nullable Integer page, List<String> terms) {
        public Passage {
            Objects.requireNonNull(text, "text");
            terms = orNone(terms);
        }
    }

    /**
     * @param month {@code 2025-03}
     */
    public record Month(String month, long won, long lost) {}

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
