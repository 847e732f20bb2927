package nl.beleidsradar.search.web;

import java.util.Optional;
import java.util.function.Supplier;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.theme.ThemeLog;
import nl.beleidsradar.search.theme.Themes;

/** A log of themes in memory, that can be away. */
final class MemoryLog implements ThemeLog {

    private final Themes themes;
    Optional<Outcome> instead = Optional.empty();

    /** Comes before the change is decided on, as another instance's save does. */
    Optional<ThemeChanged> before = Optional.empty();

    MemoryLog(Themes themes) {
        this.themes = themes;
    }

    @Override
    public Outcome write(Supplier<Optional<ThemeChanged>> change) {
        if (instead.isPresent()) {
            return instead.get();
        }
        before.ifPresent(themes::take);
        Optional<ThemeChanged> wanted = change.get();
        wanted.ifPresent(themes::take);
        return wanted.isPresent() ? new Outcome.Written() : new Outcome.Nothing();
    }
}
