package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.contract.store.FolderDocuments;

/**
 * Writes blobs into the folder that {@link FolderDocuments} reads. A blob appears whole and on disk
 * or not at all; writing the same bytes twice changes nothing.
 */
public final class FolderStore implements DocumentStore {

    private static final int BUFFER = 64 * 1024;

    private final FolderDocuments documents;
    private final Path unfinished;

    public FolderStore(Path folder) {
        this.documents = new FolderDocuments(folder.toAbsolutePath().normalize());
        this.unfinished = documents.folder().resolve("unfinished");
    }

    /**
     * Copies a stream into the originals. Bytes beyond the limit are read, for the hash, but not
     * kept.
     *
     * @param limit in bytes
     * @throws IOException if the stream cannot be read
     * @throws StoreUnavailable if the store cannot be written
     */
    public Stored original(InputStream in, long limit) throws IOException {
        Path file = newFile();
        try {
            MessageDigest digest = BlobRef.newDigest();
            long size = 0;
            try (FileChannel out = open(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    size += n;
                    if (size <= limit) {
                        write(out, ByteBuffer.wrap(buffer, 0, n));
                    }
                }
                if (size <= limit) {
                    sync(out);
                }
            }
            String hash = BlobRef.hashOf(digest);
            if (size <= limit) {
                publish(file, BlobRef.original(hash));
            }
            return new Stored(hash, size, size <= limit);
        } finally {
            discard(file);
        }
    }

    /**
     * Keeps a text, and gives its key.
     *
     * @throws StoreUnavailable if the store cannot be written
     */
    public String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        BlobRef ref = new BlobRef(BlobRef.Area.TEXTS, BlobRef.hash(bytes));
        if (!documents.holds(ref)) {
            Path file = newFile();
            try (FileChannel out = open(file)) {
                write(out, ByteBuffer.wrap(bytes));
                sync(out);
                publish(file, ref);
            } catch (IOException e) {
                throw new StoreUnavailable("cannot write a text", e);
            } finally {
                discard(file);
            }
        }
        return ref.toString();
    }

    /** Removes what a killed process left half-written. */
    public void tidy() {
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        try (Stream<Path> left = Files.list(unfinished)) {
            List<Path> files = left.toList();
            files.forEach(FolderStore::discard);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + unfinished, e);
        }
    }

    public Path path(BlobRef ref) {
        return documents.path(ref);
    }

    public Path folder() {
        return documents.folder();
    }

    @Override
    public InputStream open(BlobRef ref) throws IOException {
        return documents.open(ref);
    }

    @Override
    public long size(BlobRef ref) throws IOException {
        return documents.size(ref);
    }

    @Override
    public boolean holds(BlobRef ref) {
        return documents.holds(ref);
    }

    private Path newFile() {
        try {
            Files.createDirectories(unfinished);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot create " + unfinished, e);
        }
        return unfinished.resolve(UUID.randomUUID().toString());
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot create a file in the document store", e);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("cannot write to the document store (disk full?)", e);
        }
    }

    private static void sync(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot write to the document store (disk full?)", e);
        }
    }

    private void publish(Path file, BlobRef ref) {
        Path target = documents.path(ref);
        if (Files.isRegularFile(target)) {
            return;
        }
        try {
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                // The name must survive a power cut too, not only the bytes.
                try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                    entry.force(true);
                }
            }
        } catch (FileAlreadyExistsException e) {
            // Someone else stored the same bytes meanwhile.
        } catch (IOException e) {
            throw new StoreUnavailable("cannot place " + ref + " in the document store", e);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Left for tidy() at the next start.
        }
    }
}
