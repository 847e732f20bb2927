package nl.beleidsradar.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.search.theme.Retagging;
import nl.beleidsradar.search.theme.Theme;
import org.jspecify.annotations.Nullable;

/**
 * A theme as the API gives it.
 *
 * @param content the theme file, YAML
 * @param changed when staff saved it; absent for a theme as packaged
 * @param retagging how far the archive has followed the themes, all of them together
 */
record ThemeView(
        String id,
        int version,
        Map<String, String> labels,
        List<String> links,
        String content,
        @Nullable Instant changed,
        Retagging retagging) {

    static ThemeView of(Theme theme, Retagging retagging) {
        return new ThemeView(
                theme.id(),
                theme.version(),
                theme.labels(),
                theme.links(),
                theme.content(),
                theme.changed(),
                retagging);
    }
}
