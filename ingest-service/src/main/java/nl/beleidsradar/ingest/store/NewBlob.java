package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;

/**
 * Bytes on their way into the store: on disk, hashed, not yet under their name. Closing removes
 * what was not placed.
 */
record NewBlob(Path file, Stored stored) implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** Of a stream; bytes beyond the limit are read, for the hash, but not kept. */
    static NewBlob of(InputStream in, long limit, Path folder) throws IOException {
        Path file = newFile(folder);
        boolean done = false;
        try (FileChannel out = open(file)) {
            MessageDigest digest = BlobRef.newDigest();
            long size = 0;
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
                if (size <= limit) {
                    write(out, ByteBuffer.wrap(buffer, 0, n));
                }
            }
            done = true;
            return new NewBlob(file, new Stored(BlobRef.hashOf(digest), size, size <= limit));
        } finally {
            if (!done) {
                discard(file);
            }
        }
    }

    static NewBlob of(String text, Path folder) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = newFile(folder);
        boolean done = false;
        try (FileChannel out = open(file)) {
            write(out, ByteBuffer.wrap(bytes));
            done = true;
            return new NewBlob(file, new Stored(BlobRef.hash(bytes), bytes.length, true));
        } catch (IOException e) {
            throw new StoreUnavailable("cannot write a text", e);
        } finally {
            if (!done) {
                discard(file);
            }
        }
    }

    /**
     * Has the bytes survive a power cut. Left to who keeps this file: one that is known already, or
     * is sent on, needs no such wait.
     */
    void sync() {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.force(true);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot write to the document store (disk full?)", e);
        }
    }

    /** Removes all that lies in the folder of unfinished files. */
    static void discardAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            List<Path> files = left.toList();
            files.forEach(NewBlob::discard);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + folder, e);
        }
    }

    static Path newFile(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot create " + folder, e);
        }
        return folder.resolve(UUID.randomUUID().toString());
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Left for the tidying at the next start.
        }
    }

    @Override
    public void close() {
        discard(file);
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
}
