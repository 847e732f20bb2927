package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a host answered that is not a fault of it. */
public sealed interface Fetched {

    /**
     * A body, whole, as long as announced.
     *
     * @param address where it came from after redirects
     * @param contentType as the host wrote it
     * @param etag to ask with as {@code If-None-Match} next time
     * @param lastModified to ask with as {@code If-Modified-Since} next time
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Body(
            byte[] bytes,
            URI address,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified)
            implements Fetched {}

    /** As it was when the validators that were asked with were given (304). */
    record NotModified() implements Fetched {}

    /**
     * The host says it has no such thing (404 or 410).
     *
     * @param status the code
     */
    record Absent(int status) implements Fetched {}
}
