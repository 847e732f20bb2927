package nl.beleidsradar.ingest.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the source says about a document; all of it may be unknown.
 *
 * @param fileName last part of its name at the source
 * @param documentType word of the type vocabulary
 * @param givenType the type as the source wrote it, where the vocabulary lacks it
 * @param published day of publication, Europe/Amsterdam
 * @param url where the source publishes it
 */
public record Facts(
        @Nullable String fileName,
        @Nullable String title,
        @Nullable String documentType,
        @Nullable String givenType,
        @Nullable LocalDate published,
        @Nullable String url) {

    public static Facts ofFile(String fileName) {
        return new Facts(fileName, null, null, null, null, null);
    }
}
