package nl.beleidsradar.dutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.elasticsearch.plugin.NamedComponent;
import org.junit.jupiter.api.Test;

class PluginFilesTest {

    @Test
    void namesEveryComponentAsItsClassDoes() throws Exception {
        Matcher entry = Pattern.compile("\"([a-z_]+)\": \"(nl\\.[^\"]+)\"").matcher(components());
        int found = 0;
        while (entry.find()) {
            NamedComponent name = Class.forName(entry.group(2)).getAnnotation(NamedComponent.class);
            assertThat(name.value()).isEqualTo(entry.group(1));
            found++;
        }
        assertThat(found).isEqualTo(6);
    }

    private static String components() throws IOException {
        return Files.readString(Path.of("src/main/plugin/named_components.json"));
    }
}
