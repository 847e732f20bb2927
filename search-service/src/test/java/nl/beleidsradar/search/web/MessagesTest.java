package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.search.query.SearchQuery;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path MAIN =
            Path.of(System.getProperty("beleidsradar.repository", ".."), "search-service/src/main");

    /** Keys that are put together of a prefix and a value. */
    private static final List<String> PREFIXES =
            List.of(
                    "type.",
                    "source.",
                    "strength.",
                    "role.",
                    "kind.",
                    "language.",
                    "metadata.",
                    "reason.",
                    "stage.",
                    "state.",
                    "proof.state.",
                    "subscriptionLink.",
                    "fetched.",
                    "filter.",
                    "sort.",
                    "error.",
                    "followed.",
                    "channel.",
                    "frequency.",
                    "subscribed.",
                    "done.",
                    "silence.",
                    "told.",
                    "delivery.",
                    "form.frequency.",
                    "wrong.");

    private final Properties dutch = load("messages.properties");
    private final Properties english = load("messages_en.properties");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(english.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(dutch.stringPropertyNames());
        assertThat(dutch.values()).noneSatisfy(v -> assertThat((String) v).isBlank());
    }

    @Test
    void takesTheSameArgumentsInBothLanguages() {
        for (String key : dutch.stringPropertyNames()) {
            assertThat(arguments(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(arguments(dutch.getProperty(key)));
        }
    }

    @Test
    void holdsNoTextThatNoPageShows() throws IOException {
        String sources = sources();
        assertThat(dutch.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(
                                        PREFIXES.stream().anyMatch(key::startsWith)
                                                || sources.contains("\"" + key + "\"")
                                                || sources.contains("'" + key + "'")
                                                || Pattern.compile(
                                                                "#\\{"
                                                                        + Pattern.quote(key)
                                                                        + "[}(]")
                                                        .matcher(sources)
                                                        .find())
                                .as(key)
                                .isTrue());
    }

    @Test
    void knowsEveryTextThatPagesShow() throws IOException {
        var used = Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]").matcher(sources());
        while (used.find()) {
            assertThat(dutch).containsKey(used.group(1));
        }
    }

    @Test
    void namesEveryValueOfTheContract() {
        Arrays.stream(ReferenceKind.values()).forEach(k -> named("kind." + k));
        Arrays.stream(Strength.values()).forEach(s -> named("strength." + s));
        Arrays.stream(Reference.Role.values()).forEach(r -> named("role." + r));
        Arrays.stream(SearchQuery.Sort.values()).forEach(s -> named("sort." + s));
        Arrays.stream(PageNotFound.What.values())
                .forEach(w -> named("error.missing." + w.name().toLowerCase(Locale.ROOT)));
        PageErrors.EXPLAINED.forEach(p -> named("error.parameter." + p));
    }

    private void named(String key) {
        assertThat(dutch).containsKey(key);
    }

    private static TreeSet<String> arguments(String message) {
        var arguments = new TreeSet<String>();
        var found = Pattern.compile("\\{(\\d)").matcher(message);
        while (found.find()) {
            arguments.add(found.group(1));
        }
        return arguments;
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (Path folder : List.of(MAIN.resolve("resources/templates"), MAIN.resolve("java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static Properties load(String name) {
        var properties = new Properties();
        try (var in =
                new InputStreamReader(
                        MessagesTest.class.getResourceAsStream("/" + name),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
