package nl.beleidsradar.search.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ThemeChanged;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The head of a theme file: what can be said of it without knowing its rules. */
final class ThemeFile {

    private static final Pattern VERSION_LINE = Pattern.compile("(?m)^version[ \\t]*:.*$");
    private static final Pattern ID_LINE = Pattern.compile("(?m)^id[ \\t]*:.*$");

    private ThemeFile() {}

    /**
     * Reads the head of a theme file.
     *
     * @throws IllegalArgumentException if it has no id or no version, or is no YAML
     */
    static Theme read(String content) {
        Map<?, ?> file = load(content);
        if (file.get("id") instanceof String id
                && file.get("version") instanceof Integer version
                && version >= 1) {
            return new Theme(
                    id,
                    version,
                    labels(file.get("labels")),
                    links(file.get("links")),
                    content,
                    null);
        }
        throw new IllegalArgumentException("a theme file has an id and a version from 1");
    }

    /** The version that a file, good or not, claims to be; null where it says none. */
    static @Nullable Integer version(String content) {
        try {
            return load(content).get("version") instanceof Integer version ? version : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The same file as another version; its other lines are untouched.
     *
     * @throws IllegalArgumentException if the file has no place for it
     */
    static Theme withVersion(String content, int version) {
        String line = "version: " + version;
        Matcher present = VERSION_LINE.matcher(content);
        Matcher id = ID_LINE.matcher(content);
        String changed =
                present.find()
                        ? present.replaceFirst(line)
                        : id.find()
                                ? content.substring(0, id.end())
                                        + "\n"
                                        + line
                                        + content.substring(id.end())
                                : line + "\n" + content;
        Theme theme = read(changed);
        if (theme.version() != version) {
            throw new IllegalArgumentException("a theme file has one line for its version");
        }
        return theme;
    }

    private static Map<?, ?> load(String content) {
        var options = new LoaderOptions();
        options.setCodePointLimit(ThemeChanged.MAX_CONTENT);
        options.setMaxAliasesForCollections(0);
        try {
            Object file = new Yaml(new SafeConstructor(options)).load(content);
            return file instanceof Map<?, ?> map ? map : Map.of();
        } catch (YAMLException e) {
            throw new IllegalArgumentException("no YAML: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> labels(@Nullable Object labels) {
        Map<String, String> read = new LinkedHashMap<>();
        if (labels instanceof Map<?, ?> map) {
            map.forEach((language, label) -> read.put("" + language, "" + label));
        }
        return read;
    }

    private static List<String> links(@Nullable Object links) {
        return links instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
