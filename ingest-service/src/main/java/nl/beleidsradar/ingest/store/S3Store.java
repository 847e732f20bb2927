package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.BlobTooLarge;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.service.store.S3Bucket;
import nl.beleidsradar.service.store.S3Documents;

/**
 * Writes blobs into the bucket that {@link S3Documents} reads. They pass through a folder of this
 * machine, as the name is known only after the last byte.
 */
public final class S3Store implements BlobStore, AutoCloseable {

    private final S3Bucket bucket;
    private final S3Documents documents;
    private final Path local;

    /**
     * @param local folder for files on their way in and out; emptied by {@link #tidy}
     */
    public S3Store(S3Bucket bucket, Path local) {
        this.bucket = bucket;
        this.documents = new S3Documents(bucket);
        this.local = local.toAbsolutePath().normalize();
    }

    @Override
    public Stored original(InputStream in, long limit) throws IOException {
        try (NewBlob blob = NewBlob.of(in, limit, local)) {
            if (blob.stored().kept()) {
                put(BlobRef.original(blob.stored().contentHash()), blob);
            }
            return blob.stored();
        }
    }

    @Override
    public String keepText(String text) {
        BlobRef ref = BlobRef.ofText(text);
        try (NewBlob blob = NewBlob.of(text, local)) {
            put(ref, blob);
        }
        return ref.toString();
    }

    private void put(BlobRef ref, NewBlob blob) {
        try {
            bucket.put(ref, blob.file());
        } catch (IOException e) {
            throw new StoreUnavailable("cannot place " + ref + " in the document store", e);
        }
    }

    @Override
    public LocalBlob local(BlobRef ref) throws IOException {
        Path file = NewBlob.newFile(local);
        boolean done = false;
        try {
            bucket.copy(ref, file);
            done = true;
            return new LocalBlob(file, true);
        } catch (CorruptBlob | BlobTooLarge | NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + ref, e);
        } finally {
            if (!done) {
                NewBlob.discard(file);
            }
        }
    }

    @Override
    public Path localFolder() {
        return local;
    }

    @Override
    public void tidy() {
        NewBlob.discardAll(local);
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

    @Override
    public void close() {
        documents.close();
    }
}
