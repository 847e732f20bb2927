package nl.beleidsradar.search.query;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Names of the themes, read once from the theme files packaged with the service. */
@Component
public final class ThemeLabels {

    private static final String FILES = "classpath*:themes/*.yaml";

    private final Map<String, Theme> themes = new TreeMap<>();

    ThemeLabels() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            try (InputStream in = file.getInputStream()) {
                Object content = yaml.load(in);
                if (content instanceof Map<?, ?> map && map.get("id") instanceof String id) {
                    themes.put(id, new Theme(id, labels(map.get("labels"))));
                }
            }
        }
    }

    private static Map<String, String> labels(@Nullable Object labels) {
        Map<String, String> read = new LinkedHashMap<>();
        if (labels instanceof Map<?, ?> map) {
            map.forEach((language, label) -> read.put("" + language, "" + label));
        }
        return read;
    }

    /**
     * A theme's names.
     *
     * @param labels name by language, {@code nl} and {@code en}
     */
    public record Theme(String id, Map<String, String> labels) {

        /** The name in a language, else in Dutch, else the id. */
        public String label(Locale locale) {
            return labels.getOrDefault(locale.getLanguage(), labels.getOrDefault("nl", id));
        }
    }

    /** All themes, ordered by id. */
    public List<Theme> all() {
        return List.copyOf(themes.values());
    }

    public Optional<Theme> theme(String id) {
        return Optional.ofNullable(themes.get(id));
    }

    /** The name of a theme; its id where the theme is unknown. */
    public String label(String id, Locale locale) {
        return theme(id).map(t -> t.label(locale)).orElse(id);
    }
}
