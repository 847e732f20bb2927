package nl.beleidsradar.search.theme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A theme in force.
 *
 * @param labels name by language, {@code nl} and {@code en}
 * @param links the theme, or what comes nearest to it, in public thesauri
 * @param content the theme file, YAML
 * @param changed when staff saved it; null for a theme as packaged
 */
public record Theme(
        String id,
        int version,
        Map<String, String> labels,
        List<String> links,
        String content,
        @Nullable Instant changed) {

    /** The name in a language, else in Dutch, else the id. */
    public String label(Locale locale) {
        return labels.getOrDefault(locale.getLanguage(), labels.getOrDefault("nl", id));
    }

    Theme changed(Instant at) {
        return new Theme(id, version, labels, links, content, at);
    }
}
