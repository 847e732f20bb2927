package nl.beleidsradar.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.DocumentStore;

/**
 * Reads the document store in a bucket. A blob is fetched whole into a temporary file and checked
 * before its first byte is handed out.
 */
public record S3Documents(S3Bucket bucket) implements DocumentStore, AutoCloseable {

    @Override
    public InputStream open(BlobRef ref) throws IOException {
        Path file = Files.createTempFile("beleidsradar-", ".blob");
        try {
            bucket.copy(ref, file);
            return Files.newInputStream(file);
        } finally {
            // What is open stays readable without a name, and not even a kill leaves it behind.
            Files.delete(file);
        }
    }

    @Override
    public long size(BlobRef ref) throws IOException {
        return bucket.size(ref);
    }

    @Override
    public boolean holds(BlobRef ref) {
        try {
            return bucket.size(ref) >= 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bucket.close();
    }
}
