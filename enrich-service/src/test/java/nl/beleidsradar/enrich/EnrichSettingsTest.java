package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import nl.beleidsradar.service.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class EnrichSettingsTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    static List<Arguments> keys() {
        return List.of(
                enrich(
                        "themes-location",
                        "/etc/themas",
                        EnrichSettings::themesLocation,
                        "/etc/themas"),
                enrich("max-text", "2MB", EnrichSettings::maxText, DataSize.ofMegabytes(2)),
                enrich("max-body", "3KB", EnrichSettings::maxBody, DataSize.ofKilobytes(3)),
                enrich("max-passage-units", "5", EnrichSettings::maxPassageUnits, 5),
                enrich("max-references", "6", EnrichSettings::maxReferences, 6),
                enrich("preview-time", "7s", EnrichSettings::previewTime, Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void eachKeyReachesItsAccessor(
            String key, String value, Function<EnrichSettings, Object> accessor, Object expected) {
        runner.withPropertyValues("beleidsradar.enrich." + key + "=" + value)
                .run(c ->
                        assertThat(accessor.apply(c.getBean(EnrichSettings.class)))
                                .isEqualTo(expected));
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentedFile() throws Exception {
        PropertySource<?> file =
                new YamlPropertySourceLoader()
                        .load("application", new ClassPathResource("application.yaml"))
                        .getFirst();
        String[] own =
                List.of(((EnumerablePropertySource<?>) file).getPropertyNames()).stream()
                        .filter(name -> name.startsWith("beleidsradar."))
                        .map(name -> name + "=" + file.getProperty(name))
                        .toArray(String[]::new);

        assertThat(own).hasSize(keys().size() + 1);
        runner.run(defaults ->
                runner.withPropertyValues(own)
                        .run(documented -> {
                            assertThat(documented.getBean(EnrichSettings.class))
                                    .isEqualTo(defaults.getBean(EnrichSettings.class));
                            assertThat(documented.getBean(StoreSettings.class))
                                    .isEqualTo(new StoreSettings(Path.of("data/store"), null));
                        }));
    }

    @Test
    void refusesAnUnknownKeyAndANonsenseValue() {
        runner.withPropertyValues("beleidsradar.enrich.max-txt=1MB")
                .run(c -> assertThat(c).hasFailed());
        runner.withPropertyValues("beleidsradar.store.foldr=x").run(c -> assertThat(c).hasFailed());
        runner.withPropertyValues("beleidsradar.enrich.max-references=0")
                .run(c -> assertThat(c).hasFailed());
    }

    private static Arguments enrich(
            String key, String value, Function<EnrichSettings, Object> accessor, Object expected) {
        return Arguments.of(key, value, accessor, expected);
    }

    @EnableConfigurationProperties({EnrichSettings.class, StoreSettings.class})
    static class Settings {}
}
