package nl.beleidsradar.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.FolderDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBackUnderItsHash() throws Exception {
        FolderStore store = new FolderStore(folder);
        Stored stored = store.original(bytes("een origineel"), 100);
        assertThat(stored.kept()).isTrue();
        assertThat(stored.size()).isEqualTo(13);
        FolderDocuments reader = new FolderDocuments(folder);
        try (InputStream in = reader.open(BlobRef.original(stored.contentHash()))) {
            assertThat(in).hasContent("een origineel");
        }
        assertThat(reader.text(store.keepText("tekst met é"))).isEqualTo("tekst met é");
    }

    @Test
    void theSameBytesTwiceAreOneBlobAndNothingElseIsLeft() throws Exception {
        FolderStore store = new FolderStore(folder);
        store.original(bytes("dubbel"), 100);
        store.original(bytes("dubbel"), 100);
        store.keepText("dubbel");
        store.keepText("dubbel");
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void bytesBeyondTheLimitAreHashedButNotKept() throws Exception {
        Stored stored = new FolderStore(folder).original(bytes("veel te lang"), 5);
        assertThat(stored)
                .isEqualTo(
                        new Stored(
                                BlobRef.hash("veel te lang".getBytes(StandardCharsets.UTF_8)),
                                12,
                                false));
        assertThat(files()).isZero();
    }

    @Test
    void aStreamThatBreaksOffLeavesNothing() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken off");
                    }
                };
        assertThatThrownBy(() -> new FolderStore(folder).original(broken, 5))
                .isInstanceOf(IOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void aStoreThatCannotBeWrittenSaysSoAndIsNoFaultOfTheDocument() throws Exception {
        Path file = Files.writeString(folder.resolve("geen-map"), "");
        FolderStore store = new FolderStore(file);
        assertThatThrownBy(() -> store.original(bytes("x"), 5))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.keepText("x")).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whatAKilledProcessLeftIsTidiedAway() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
        Files.writeString(unfinished.resolve("half"), "half");
        new FolderStore(folder).tidy();
        assertThat(files()).isZero();
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private long files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
