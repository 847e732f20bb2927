package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path temporary;

    @Test
    void refusesASecondStackOnTheSameFolder() throws StartFailure {
        Path folder = temporary.resolve("data");
        try (DataFolder first = DataFolder.open(folder, false)) {
            assertThat(first.path()).isEqualTo(folder);
            assertFails(folder, false, "is in use by another ./run");
            assertFails(folder, true, "is in use by another ./run");
        }
        DataFolder.open(folder, false).close();
    }

    @Test
    void keepsWhatIsThereUnlessAskedToStartAfresh() throws Exception {
        Path folder = temporary.resolve("data");
        DataFolder.open(folder, false).close();
        Path kept = Files.writeString(folder.resolve("store/document"), "x");

        DataFolder.open(folder, false).close();
        assertThat(kept).exists();

        DataFolder.open(folder, true).close();
        assertThat(kept).doesNotExist();
        assertThat(folder.resolve("store")).isEmptyDirectory();
    }

    @Test
    void neverTouchesAFolderThatIsNotOurs() throws IOException {
        Path file = Files.writeString(temporary.resolve("thesis.odt"), "x");
        assertFails(temporary, true, "is not a data folder of ours");
        assertThat(file).hasContent("x");
        assertThat(temporary.resolve("beleidsradar.lock")).doesNotExist();
    }

    @Test
    void refusesAnotherFormat() throws Exception {
        DataFolder.open(temporary, false).close();
        Files.writeString(temporary.resolve("beleidsradar.format"), "999\n");
        assertFails(temporary, false, "has format 999, this version reads 1");
        DataFolder.open(temporary, true).close();
    }

    @Test
    void saysWhichFileStandsInTheWay() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertFails(file.resolve("data"), false, "cannot write to the data folder");
    }

    @Test
    void saysHowMuchRoomIsMissing() {
        assertThatThrownBy(() -> DataFolder.open(temporary, false, Long.MAX_VALUE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no room on the disk of " + temporary);
    }

    @Test
    void startsEveryLogAnew() throws Exception {
        try (DataFolder data = DataFolder.open(temporary, false)) {
            Files.writeString(data.log("kafka"), "old");
            assertThat(data.log("kafka")).isEmptyFile();
        }
    }

    private static void assertFails(Path folder, boolean fresh, String reason) {
        assertThatThrownBy(() -> DataFolder.open(folder, fresh))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }
}
