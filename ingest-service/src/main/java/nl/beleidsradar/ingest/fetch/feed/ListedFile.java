package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one rendition of a document is.
 *
 * @param headers to ask with, such as {@code Accept} where the host negotiates
 * @param fileName its name with the extension, where the address does not end in one
 * @param sha1 what the source says the SHA-1 of its bytes is, 40 hexadecimal digits in lower case
 */
public record ListedFile(
        URI address,
        Map<String, String> headers,
        @Nullable String fileName,
        @Nullable String sha1) {

    public ListedFile {
        headers = Map.copyOf(headers);
    }

    public ListedFile(URI address) {
        this(address, Map.of(), null, null);
    }

    public ListedFile(URI address, @Nullable String fileName) {
        this(address, Map.of(), fileName, null);
    }

    public ListedFile(URI address, Map<String, String> headers, @Nullable String fileName) {
        this(address, headers, fileName, null);
    }
}
