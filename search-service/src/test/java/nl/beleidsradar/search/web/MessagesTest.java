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
import java.util.Set;
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

    private static final Set<String> WRITE_FACTS =
            Set.of(
                    "CellarKind.java",
                    "CouncilKind.java",
                    "ExtractedEvents.java",
                    "KamerDocument.java",
                    "LetterFacts.java",
                    "OfficialPublication.java",
                    "OfficialText.java",
                    "OpenDocument.java",
                    "PaperFacts.java");

    private static final Pattern WRITES =
            Pattern.compile(
                    "\\b(?:put|putIfAbsent|label|Map\\.of)\\(\\s*(?:(?:metadata|facts|found),\\s*)?"
                            + "\"([a-z][a-zA-Z]*)\"|DATE = \"(\\w+)\"");

    private static final Pattern COPIES =
            Pattern.compile("for \\(String name :\\s*List\\.of\\(([^)]*)\\)");

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

    /** Both languages have the same keys, so one is looked at. */
    @Test
    void namesEveryFactThatIngestWrites() throws IOException {
        Path ingest = MAIN.resolve("../../../ingest-service/src/main/java").normalize();
        var written = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(ingest)) {
            for (Path file :
                    files.filter(f -> WRITE_FACTS.contains(f.getFileName().toString())).toList()) {
                written.addAll(facts(Files.readString(file)));
            }
        }
        assertThat(written)
                .contains("officialId", "letterDate", "indiener", "signatories", "sender")
                .hasSizeGreaterThan(20);
        written.remove("date");
        written.forEach(key -> named("metadata." + key));
    }

    private void named(String key) {
        assertThat(dutch).containsKey(key);
    }

    private static Set<String> facts(String source) {
        var facts = new TreeSet<String>();
        var writes = WRITES.matcher(source);
        while (writes.find()) {
            facts.add(writes.group(1) == null ? writes.group(2) : writes.group(1));
        }
        var copies = COPIES.matcher(source);
        while (copies.find()) {
            facts.addAll(List.of(copies.group(1).replaceAll("[\\s\"]", "").split(",")));
        }
        return facts;
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
