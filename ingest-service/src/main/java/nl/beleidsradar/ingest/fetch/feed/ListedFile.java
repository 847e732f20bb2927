package nl.beleidsradar.ingest.fetch.feed;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one rendition of a document is.
 *
 * @param headers to ask with, such as {@code Accept} where the host negotiates
 * @param fileName its name with the extension, where the address does not end in one
 */
public record ListedFile(URI address, Map<String, String> headers, @Nullable String fileName) {

    public ListedFile {
        headers = Map.copyOf(headers);
    }

    public ListedFile(URI address) {
        this(address, Map.of(), null);
    }

    public ListedFile(URI address, String fileName) {
        this(address, Map.of(), fileName);
    }
}
