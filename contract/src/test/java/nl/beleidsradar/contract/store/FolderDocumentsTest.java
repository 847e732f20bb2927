package nl.beleidsradar.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderDocumentsTest {

    @TempDir Path folder;

    @Test
    void readsATextUnderTheHashOfItsBytes() throws Exception {
        var documents = new FolderDocuments(folder);
        BlobRef ref = BlobRef.ofText("Den Haag, één brief");
        assertThat(documents.holds(ref)).isFalse();
        assertThatThrownBy(() -> documents.text(ref.toString()))
                .isInstanceOf(NoSuchFileException.class);

        Files.createDirectories(documents.path(ref).getParent());
        Files.writeString(documents.path(ref), "Den Haag, één brief");

        assertThat(documents.holds(ref)).isTrue();
        assertThat(documents.text(ref.toString())).isEqualTo("Den Haag, één brief");
        assertThat(documents.size(ref)).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "texts/", "texts/../../etc/passwd", "other/sha256-00", "texts/sha256-0"})
    void refusesAKeyThatIsNoHash(String ref) {
        assertThatThrownBy(() -> BlobRef.parse(ref)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverHandsOutDamagedBytes() throws Exception {
        var documents = new FolderDocuments(folder);
        BlobRef ref = BlobRef.ofText("De tekst zoals hij was.");
        Path file = documents.path(ref);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "De tekst zoals hij was.");
        assertThat(documents.text(ref.toString())).isEqualTo("De tekst zoals hij was.");

        Files.writeString(file, "De tekst zoals hij wsa.");

        assertThatThrownBy(() -> documents.open(ref))
                .isInstanceOf(CorruptBlob.class)
                .hasMessageContaining(ref.hash());
        assertThatThrownBy(() -> documents.text(ref.toString())).isInstanceOf(CorruptBlob.class);
    }
}
