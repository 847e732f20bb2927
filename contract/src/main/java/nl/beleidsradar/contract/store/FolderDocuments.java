package nl.beleidsradar.contract.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document store in a folder: {@code <folder>/<area>/<first two hex digits>/<hash>}.
 *
 * @param folder root of the store; need not exist yet
 */
public record FolderDocuments(Path folder) implements DocumentStore {

    private static final int PREFIX = "sha256-".length();

    /** Where a blob lies, or would lie. */
    public Path path(BlobRef ref) {
        return folder.resolve(ref.area().folder())
                .resolve(ref.hash().substring(PREFIX, PREFIX + 2))
                .resolve(ref.hash());
    }

    @Override
    public InputStream open(BlobRef ref) throws IOException {
        return Files.newInputStream(path(ref));
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
