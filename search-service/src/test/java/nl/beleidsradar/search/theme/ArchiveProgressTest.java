package nl.beleidsradar.search.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.beleidsradar.contract.ArchiveRetagged;
import org.junit.jupiter.api.Test;

class ArchiveProgressTest {

    /** What other rules add to the ruleset, whatever it is. */
    private static final int GRAMMARS = 7;

    private static final Instant AT = Instant.parse("2026-11-21T09:31:00Z");

    private final Themes themes = new Themes(new ThemeSettings("classpath*:themes/*.yaml"));
    private final ArchiveProgress progress = new ArchiveProgress(themes);
    private final int packaged = themes.all().stream().mapToInt(Theme::version).sum();

    @Test
    void isIdleWhileNobodyChangedAnything() {
        assertThat(progress.now().state()).isEqualTo(Retagging.State.IDLE);
        assertThat(progress.now().partitions()).isEmpty();
    }

    @Test
    void waitsAfterAChangeUntilItsRulesetIsReported() {
        themes.take(ThemesTest.change("nieuw", 1, "Nieuw"));
        assertThat(progress.now().state()).isEqualTo(Retagging.State.WAITING);

        progress.take(report(0, packaged, 10, 10));
        assertThat(progress.now().state()).isEqualTo(Retagging.State.WAITING);
        assertThat(progress.now().ruleset()).isEqualTo(packaged + GRAMMARS);

        progress.take(report(0, packaged + 1, 10, 10));
        assertThat(progress.now().ruleset()).isEqualTo(packaged + 1 + GRAMMARS);
        assertThat(progress.now().state()).isEqualTo(Retagging.State.IDLE);
    }

    @Test
    void runsUntilEveryPartitionIsAtItsEndWithTheNewestRuleset() {
        themes.take(ThemesTest.change("nieuw", 1, "Nieuw"));
        progress.take(report(0, packaged + 1, 4, 10));
        progress.take(report(1, packaged, 20, 20));

        Retagging running = progress.now();
        assertThat(running.state()).isEqualTo(Retagging.State.RUNNING);
        assertThat(running.documents()).isEqualTo(4);
        assertThat(running.total()).isEqualTo(30);

        progress.take(report(0, packaged + 1, 10, 10));
        assertThat(progress.now().state()).isEqualTo(Retagging.State.RUNNING);
        progress.take(report(1, packaged + 1, 20, 20));
        assertThat(progress.now().state()).isEqualTo(Retagging.State.IDLE);
        assertThat(progress.now().documents()).isEqualTo(30);
        assertThat(progress.now().failed()).isEqualTo(2);
    }

    private static ArchiveRetagged report(int partition, int themes, long done, long total) {
        return new ArchiveRetagged(
                partition, themes + GRAMMARS, themes, done, total, done, total, 1, AT);
    }
}
