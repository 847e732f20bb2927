package nl.beleidsradar.search.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import nl.beleidsradar.contract.ThemeChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final Themes themes = new Themes(new ThemeSettings("classpath*:themes/*.yaml"));

    @Test
    void knowsThePackagedThemes() {
        assertThat(themes.all())
                .extracting(Theme::id)
                .contains("cyber", "klimaat", "militaire-mobiliteit")
                .isSorted();
        Theme cyber = themes.theme("cyber").orElseThrow();
        assertThat(cyber.label(Locale.ENGLISH)).isEqualTo("Cyber security");
        assertThat(cyber.links()).contains("http://eurovoc.europa.eu/3027");
        assertThat(cyber.content()).contains("terms:");
        assertThat(cyber.changed()).isNull();
    }

    @Test
    void putsAChangeInPlaceOfThePackagedTheme() {
        themes.take(change("klimaat", 400, "Weer"));

        Theme klimaat = themes.theme("klimaat").orElseThrow();
        assertThat(klimaat.version()).isEqualTo(400);
        assertThat(klimaat.label(Locale.of("nl"))).isEqualTo("Weer");
        assertThat(klimaat.changed()).isEqualTo(NOW);
    }

    @Test
    void keepsThePackagedThemeThatIsNewer(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), content("weer", 5, "Nieuw"));
        var own = new Themes(new ThemeSettings(folder.toString()));

        own.take(change("weer", 4, "Oud"));
        assertThat(own.version("weer")).isEqualTo(5);
        own.take(change("weer", 5, "Bewaard"));
        assertThat(own.label("weer", Locale.of("nl"))).isEqualTo("Bewaard");
    }

    @Test
    void doesNotGoBackWhenTheLogIsReadAgain() {
        themes.take(change("nieuw", 2, "Twee"));
        themes.take(change("nieuw", 1, "Een"));

        assertThat(themes.version("nieuw")).isEqualTo(2);
    }

    @Test
    void keepsWhatIsInForceWhereAChangeCannotBeRead() {
        themes.take(change("nieuw", 1, "Een"));

        for (String broken : new String[] {"{", "id: nieuw", content("anders", 2, "x"), ""}) {
            assertThatThrownBy(() -> themes.take(new ThemeChanged("nieuw", 2, broken, NOW)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(themes.version("nieuw")).isEqualTo(1);
    }

    @Test
    void leavesOutAPackagedFileThatIsNoTheme(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "id: [");
        Files.writeString(folder.resolve("b.yaml"), content("weer", 1, "Weer"));

        assertThat(new Themes(new ThemeSettings(folder.toString())).all())
                .extracting(Theme::id)
                .containsExactly("weer");
    }

    static ThemeChanged change(String id, int version, String label) {
        return new ThemeChanged(id, version, content(id, version, label), NOW);
    }

    private static String content(String id, int version, String label) {
        return "id: %s\nversion: %d\nlabels: { nl: %s, en: %s }\n"
                .formatted(id, version, label, label);
    }
}
