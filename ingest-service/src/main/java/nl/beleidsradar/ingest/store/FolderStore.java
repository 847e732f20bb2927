package nl.beleidsradar.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.CorruptBlob;
import nl.beleidsradar.contract.store.FolderDocuments;

/** Writes blobs into the folder that {@link FolderDocuments} reads. */
public final class FolderStore implements BlobStore {

    private final FolderDocuments documents;
    private final Path unfinished;

    public FolderStore(Path folder) {
        this.documents = new FolderDocuments(folder.toAbsolutePath().normalize());
        this.unfinished = documents.folder().resolve("unfinished");
    }

    @Override
    public Stored original(InputStream in, long limit) throws IOException {
        try (NewBlob blob = NewBlob.of(in, limit, unfinished)) {
            if (blob.stored().kept()) {
                place(blob, BlobRef.original(blob.stored().contentHash()));
            }
            return blob.stored();
        }
    }

    @Override
    public String keepText(String text) {
        BlobRef ref = BlobRef.ofText(text);
        if (!isWhole(ref)) {
            try (NewBlob blob = NewBlob.of(text, unfinished)) {
                place(blob, ref);
            }
        }
        return ref.toString();
    }

    @Override
    public LocalBlob local(BlobRef ref) throws IOException {
        try {
            documents.verify(ref);
        } catch (CorruptBlob | NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + ref, e);
        }
        return new LocalBlob(documents.path(ref), false);
    }

    @Override
    public Path localFolder() {
        return documents.folder();
    }

    @Override
    public void tidy() {
        NewBlob.discardAll(unfinished);
    }

    public Path path(BlobRef ref) {
        return documents.path(ref);
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

    private boolean isWhole(BlobRef ref) {
        try {
            documents.verify(ref);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void place(NewBlob blob, BlobRef ref) {
        if (isWhole(ref)) {
            return;
        }
        blob.sync();
        Path target = documents.path(ref);
        try {
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
                Files.move(blob.file(), target, StandardCopyOption.ATOMIC_MOVE);
                // The name must survive a power cut too, not only the bytes.
                try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                    entry.force(true);
                }
            }
        } catch (IOException e) {
            throw new StoreUnavailable("cannot place " + ref + " in the document store", e);
        }
    }
}
