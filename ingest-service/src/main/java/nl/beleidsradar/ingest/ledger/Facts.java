package nl.beleidsradar.ingest.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the source says about a document; all of it may be unknown.
 *
 * @param fileName last part of its name at the source
 * @param documentType word of the type vocabulary
 * @param givenType the type as the source wrote it, where the vocabulary lacks it
 * @param published day of publication, Europe/Amsterdam
 * @param url where the source publishes it
 * @param metadata what else the source says, such as {@code dossier} or {@code vergaderjaar}
 */
public record Facts(
        @Nullable String fileName,
        @Nullable String title,
        @Nullable String documentType,
        @Nullable String givenType,
        @Nullable LocalDate published,
        @Nullable String url,
        Map<String, List<String>> metadata) {

    public Facts {
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }

    public Facts(
            @Nullable String fileName,
            @Nullable String title,
            @Nullable String documentType,
            @Nullable String givenType,
            @Nullable LocalDate published,
            @Nullable String url) {
        this(fileName, title, documentType, givenType, published, url, Map.of());
    }

    public static Facts ofFile(String fileName) {
        return new Facts(fileName, null, null, null, null, null);
    }

    /** The same, of a file that turned out to have this name. */
    public Facts named(@Nullable String name) {
        return new Facts(name, title, documentType, givenType, published, url, metadata);
    }

    /** With what is said elsewhere and not here. */
    public Facts and(Map<String, List<String>> more) {
        Map<String, List<String>> all = new HashMap<>(more);
        all.putAll(metadata);
        return new Facts(fileName, title, documentType, givenType, published, url, all);
    }
}
