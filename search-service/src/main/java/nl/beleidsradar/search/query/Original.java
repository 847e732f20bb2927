package nl.beleidsradar.search.query;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a document as its source gave them.
 *
 * @param fileName safe to offer for download: letters, digits, {@code . _ ~ -}
 * @param mediaType as detected when the text was extracted
 * @param size in bytes
 */
public record Original(String fileName, String mediaType, long size, Content content) {

    /** Opens the bytes; the caller closes the stream. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
