package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutOptionsTheSeedsAreLoadedIntoTheFolderData() throws StartFailure {
        assertThat(Options.parse())
                .isEqualTo(
                        new Options(Path.of("data").toAbsolutePath(), 0, null, false, true, false));
    }

    @Test
    void readsEveryOption(@TempDir Path documents) throws StartFailure {
        assertThat(
                        Options.parse(
                                "--data",
                                "/x/y",
                                "--port-offset",
                                "100",
                                "--fresh",
                                "--no-seeds",
                                "--live",
                                "--documents",
                                documents.toString()))
                .isEqualTo(new Options(Path.of("/x/y"), 100, documents, true, false, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unknown",
                "data",
                "--data",
                "--data --fresh",
                "--port-offset",
                "--port-offset x",
                "--port-offset -1",
                "--port-offset 60000",
                "--port-offset 99999999999",
                "--documents /no/such/folder",
            })
    void refusesWhatItDoesNotUnderstandInOneLine(String line) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(StartFailure.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n");
    }
}
