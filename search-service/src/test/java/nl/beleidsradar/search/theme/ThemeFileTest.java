package nl.beleidsradar.search.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThemeFileTest {

    @Test
    void replacesTheVersionAndNothingElse() {
        String file = "# head\nid: x\nversion: 3 # three\nterms:\n  - { version: 3 }\n";

        assertThat(ThemeFile.withVersion(file, 4).content())
                .isEqualTo("# head\nid: x\nversion: 4\nterms:\n  - { version: 3 }\n");
    }

    @Test
    void addsTheVersionAfterTheId() {
        Theme theme = ThemeFile.withVersion("---\nlabels: {nl: X}\nid: x", 1);

        assertThat(theme.content()).isEqualTo("---\nlabels: {nl: X}\nid: x\nversion: 1");
        assertThat(theme.version()).isEqualTo(1);
    }

    @Test
    void refusesAFileWithoutAPlaceForTheVersion() {
        assertThatThrownBy(() -> ThemeFile.withVersion("{id: x, version: 3}", 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheVersionOfAnyFile() {
        assertThat(ThemeFile.version("version: 7")).isEqualTo(7);
        assertThat(ThemeFile.version("version: seven")).isNull();
        assertThat(ThemeFile.version("a: [")).isNull();
        assertThat(ThemeFile.version("")).isNull();
        assertThat(new Submission("{\t\"version\":\t7}".getBytes(), Submission.JSON).version())
                .isEqualTo(7);
        assertThat(new Submission("{".getBytes(), Submission.JSON).version()).isNull();
    }
}
