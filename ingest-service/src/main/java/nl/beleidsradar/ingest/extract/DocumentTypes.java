package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The vocabulary of document types and the words in a title or a document's head that give a type
 * away; the data is {@code document-types.yaml}.
 */
public final class DocumentTypes {

    private static final String OTHER = "overig";
    private static final int HEAD = 1_500;

    private record Rule(String type, List<String> title, List<String> head) {}

    private final List<Rule> rules;

    public DocumentTypes() {
        try (InputStream in =
                Objects.requireNonNull(
                        DocumentTypes.class.getResourceAsStream("/document-types.yaml"))) {
            Map<String, List<Map<String, Object>>> data =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            rules =
                    data.getOrDefault("types", List.of()).stream()
                            .map(DocumentTypes::rule)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a word is of the vocabulary. */
    public boolean knows(String type) {
        return rules.stream().anyMatch(r -> r.type().equals(type));
    }

    /** The first type whose words are in the title, else in the head of the text, else overig. */
    public String guess(String title, String text) {
        String name = title.toLowerCase(Locale.ROOT);
        String head =
                text.substring(0, Math.min(text.length(), HEAD))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s*#]+", " ");
        return rules.stream()
                .filter(r -> r.title().stream().anyMatch(name::contains))
                .findFirst()
                .or(() ->
                        rules.stream()
                                .filter(r -> r.head().stream().anyMatch(head::contains))
                                .findFirst())
                .map(Rule::type)
                .orElse(OTHER);
    }

    private static Rule rule(Map<String, Object> data) {
        return new Rule(
                String.valueOf(data.get("type")),
                words(data.get("title")),
                words(data.get("head")));
    }

    private static List<String> words(@Nullable Object list) {
        return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
    }
}
