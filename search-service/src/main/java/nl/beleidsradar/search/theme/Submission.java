package nl.beleidsradar.search.theme;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A theme file as someone sent it, good or not.
 *
 * @param content at most {@link nl.beleidsradar.contract.ThemeChanged#MAX_CONTENT}
 * @param contentType media type: {@code application/yaml} or {@code application/json}
 */
public record Submission(byte[] content, String contentType) {

    public static final String YAML = "application/yaml";
    public static final String JSON = "application/json";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** A file typed as YAML. */
    public static Submission yaml(String content) {
        return new Submission(content.getBytes(StandardCharsets.UTF_8), YAML);
    }

    /** The version that the file claims to be; null where it says none, or cannot be read. */
    @Nullable Integer version() {
        if (contentType.equals(JSON)) {
            try {
                JsonNode version = MAPPER.readTree(content).path("version");
                return version.isInt() ? version.intValue() : null;
            } catch (JacksonException e) {
                return null;
            }
        }
        return ThemeFile.version(new String(content, StandardCharsets.UTF_8));
    }
}
