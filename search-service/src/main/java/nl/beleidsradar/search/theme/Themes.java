package nl.beleidsradar.search.theme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.service.ThemeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The themes in force: the packaged files, each replaced by what staff saved last. Thread-safe;
 * before the log has been read, the packaged ones.
 */
@Component
@EnableConfigurationProperties(ThemeSettings.class)
public final class Themes {

    private static final Logger LOG = LoggerFactory.getLogger(Themes.class);

    private final Map<String, Theme> packaged;
    private final Map<String, Theme> changed = new ConcurrentSkipListMap<>();

    Themes(ThemeSettings settings) {
        packaged = packaged(settings.location());
    }

    private static Map<String, Theme> packaged(String location) {
        Map<String, Theme> themes = new TreeMap<>();
        ThemeFiles.read(location)
                .forEach((name, content) -> {
                    try {
                        Theme theme = ThemeFile.read(content);
                        themes.put(theme.id(), theme);
                    } catch (IllegalArgumentException e) {
                        LOG.error("{} is no theme file", name, e);
                    }
                });
        return themes;
    }

    /**
     * Takes up what was saved. An older change than the one in force is ignored, so that the log
     * may be read again from its beginning.
     *
     * @throws IllegalArgumentException if the content is no theme of that id and version
     */
    public void take(ThemeChanged change) {
        Theme theme = ThemeFile.read(change.content()).changed(change.changed());
        if (!theme.id().equals(change.id()) || theme.version() != change.version()) {
            throw new IllegalArgumentException(
                    "content of %s version %d says %s version %d"
                            .formatted(change.id(), change.version(), theme.id(), theme.version()));
        }
        if (!change.replaces(packagedVersion(change.id()))) {
            return;
        }
        changed.merge(theme.id(), theme, (old, now) -> now.version() >= old.version() ? now : old);
    }

    private int packagedVersion(String id) {
        return Optional.ofNullable(packaged.get(id)).map(Theme::version).orElse(0);
    }

    /** All themes, ordered by id. */
    public List<Theme> all() {
        Map<String, Theme> all = new TreeMap<>(packaged);
        all.putAll(changed);
        return List.copyOf(all.values());
    }

    public Optional<Theme> theme(String id) {
        return Optional.ofNullable(changed.getOrDefault(id, packaged.get(id)));
    }

    /** The name of a theme; its id where the theme is unknown. */
    public String label(String id, Locale locale) {
        return theme(id).map(t -> t.label(locale)).orElse(id);
    }

    /** Version of the theme in force; 0 where there is none. */
    int version(String id) {
        return theme(id).map(Theme::version).orElse(0);
    }
}
