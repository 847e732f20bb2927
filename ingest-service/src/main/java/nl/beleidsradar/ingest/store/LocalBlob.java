package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A blob as a file on this machine, for who cannot read a stream; its bytes were checked.
 *
 * @param path below {@link BlobStore#localFolder()}; valid until this is closed
 * @param copy whether closing removes it
 */
public record LocalBlob(Path path, boolean copy) implements AutoCloseable {

    @Override
    public void close() {
        if (copy) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Left for the store's tidying at the next start.
            }
        }
    }
}
