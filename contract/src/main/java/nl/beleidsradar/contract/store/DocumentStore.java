package nl.beleidsradar.contract.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads originals and texts by the hash of their bytes. */
public interface DocumentStore {

    /**
     * Opens a blob for reading; the caller closes it.
     *
     * @throws CorruptBlob if its bytes are not those it is named after
     * @throws BlobTooLarge if it is beyond the store's limit on reading
     * @throws java.nio.file.NoSuchFileException if the store does not hold it
     * @throws IOException if the store cannot be read now
     */
    InputStream open(BlobRef ref) throws IOException;

    /**
     * Size of a blob in bytes.
     *
     * @throws java.nio.file.NoSuchFileException if the store does not hold it
     */
    long size(BlobRef ref) throws IOException;

    /**
     * @throws java.io.UncheckedIOException if the store does not say now
     */
    boolean holds(BlobRef ref);

    /**
     * Reads a whole text.
     *
     * @throws CorruptBlob if its bytes are not those it is named after
     * @throws java.nio.file.NoSuchFileException if the store does not hold it
     */
    default String text(String textRef) throws IOException {
        try (InputStream in = open(BlobRef.parse(textRef))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
