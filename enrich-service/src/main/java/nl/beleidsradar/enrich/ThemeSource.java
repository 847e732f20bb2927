package nl.beleidsradar.enrich;

import java.util.Map;
import nl.beleidsradar.enrich.theme.Theme;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import nl.beleidsradar.enrich.theme.ThemeReader;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A theme with the text it was read from.
 *
 * @param content YAML
 */
record ThemeSource(String name, String content, Theme theme) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LINE = 120;

    /**
     * @throws ThemeFileException if the content is no theme
     */
    static ThemeSource read(String name, String content) {
        return new ThemeSource(name, content, ThemeReader.read(name, content));
    }

    /**
     * A theme sent as JSON, as it would stand in a file.
     *
     * @throws ThemeFileException if it is no JSON object
     */
    static String yaml(String name, String json) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(LINE);
        try {
            return new Yaml(options).dump(JSON.readValue(json, Map.class));
        } catch (JacksonException e) {
            throw new ThemeFileException(name, "not a JSON object: " + e.getOriginalMessage());
        }
    }

    ThemeSource withVersion(int version) {
        return new ThemeSource(name, content, theme.withVersion(version));
    }
}
