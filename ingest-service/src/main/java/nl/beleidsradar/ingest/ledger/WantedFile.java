package nl.beleidsradar.ingest.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a rendition of a listed document is.
 *
 * @param headers to ask with
 * @param sha1 what the source says of its bytes
 */
public record WantedFile(
        String address,
        @Nullable Map<String, String> headers,
        @Nullable String fileName,
        @Nullable String sha1) {}
