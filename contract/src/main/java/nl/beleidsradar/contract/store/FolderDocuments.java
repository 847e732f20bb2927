package nl.beleidsradar.contract.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A document store in a folder: {@code <folder>/<area>/<first two hex digits>/<hash>}. What is
 * opened was read through before, so that damaged bytes are never handed out.
 *
 * @param folder root of the store; need not exist yet
 */
public record FolderDocuments(Path folder) implements DocumentStore {

    private static final int BUFFER = 64 * 1024;
    private static final int PREFIX = "sha256-".length();

    /** Where a blob lies, or would lie. */
    public Path path(BlobRef ref) {
        return folder.resolve(ref.area().folder())
                .resolve(ref.hash().substring(PREFIX, PREFIX + 2))
                .resolve(ref.hash());
    }

    @Override
    public InputStream open(BlobRef ref) throws IOException {
        verify(ref);
        return Files.newInputStream(path(ref));
    }

    /**
     * Reads a blob through, so that damage is known before the first byte is used.
     *
     * @throws CorruptBlob if its bytes are not those it is named after
     * @throws java.nio.file.NoSuchFileException if the store does not hold it
     */
    public void verify(BlobRef ref) throws IOException {
        MessageDigest digest = BlobRef.newDigest();
        try (InputStream in = Files.newInputStream(path(ref))) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        String found = BlobRef.hashOf(digest);
        if (!found.equals(ref.hash())) {
            throw new CorruptBlob(ref, found);
        }
    }

    @Override
    public long size(BlobRef ref) throws IOException {
        return Files.size(path(ref));
    }

    @Override
    public boolean holds(BlobRef ref) {
        return Files.isRegularFile(path(ref));
    }
}
