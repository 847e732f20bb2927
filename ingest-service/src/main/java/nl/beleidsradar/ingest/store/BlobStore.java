package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.contract.store.DocumentStore;

/**
 * The document store for who writes it. A blob appears whole or not at all; writing the same bytes
 * twice changes nothing, unless those that lie there are damaged: then they are replaced.
 */
public interface BlobStore extends DocumentStore {

    /**
     * Copies a stream into the originals. Bytes beyond the limit are read, for the hash, but not
     * kept.
     *
     * @param limit in bytes
     * @throws IOException if the stream cannot be read
     * @throws StoreUnavailable if the store cannot be written
     */
    Stored original(InputStream in, long limit) throws IOException;

    /**
     * Keeps a text, and gives its key.
     *
     * @throws StoreUnavailable if the store cannot be written
     */
    String keepText(String text);

    /**
     * A blob as a file, read through first so that damaged bytes are never parsed.
     *
     * @throws CorruptBlob if its bytes are not those it is named after
     * @throws BlobTooLarge if it is beyond the store's limit on reading
     * @throws java.nio.file.NoSuchFileException if the store does not hold it
     * @throws StoreUnavailable if the store cannot be read now
     */
    LocalBlob local(BlobRef ref) throws IOException;

    /** The folder below which {@link #local} puts its files. */
    Path localFolder();

    /** Removes what a killed process left half-written. */
    void tidy();
}
