package nl.beleidsradar.enrich.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A packaged YAML file, read with its types checked. */
record GrammarFile(String name, Map<String, Object> values) {

    private static final int LARGEST = 1_000_000;

    static GrammarFile packaged(String name) {
        try (InputStream in =
                GrammarFile.class.getResourceAsStream("/grammars/" + name + ".yaml")) {
            if (in == null) {
                throw new GrammarException(name, "is not packaged");
            }
            return parsed(name, new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("grammar " + name, e);
        }
    }

    /**
     * Reads a file's content.
     *
     * @throws GrammarException with the line, if it is no YAML mapping or names a key twice
     */
    static GrammarFile parsed(String name, String content) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new GrammarFile(
                    name, mapping(name, new Yaml(new LineConstructor(options)).load(content)));
        } catch (MarkedYAMLException e) {
            throw new GrammarException(
                    name, "line " + (e.getProblemMark().getLine() + 1) + " is not YAML", e);
        } catch (YAMLException e) {
            throw new GrammarException(name, "is not YAML", e);
        }
    }

    GrammarFile part(String key) {
        return new GrammarFile(name + "/" + key, mapping(name + "/" + key, values.get(key)));
    }

    List<GrammarFile> parts(String key) {
        List<GrammarFile> parts = new ArrayList<>();
        for (Object part : list(key)) {
            Map<String, Object> values = mapping(name, part);
            Object line = values.remove(LineConstructor.LINE);
            parts.add(new GrammarFile(line == null ? name : name + ":" + line, values));
        }
        return parts;
    }

    String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw new GrammarException(name, key + " is missing");
        }
        return text;
    }

    @Nullable String textOrNull(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    String textOr(String key, String otherwise) {
        String text = textOrNull(key);
        return text == null ? otherwise : text;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    int number(String key) {
        if (values.get(key) instanceof Integer number) {
            return number;
        }
        throw new GrammarException(name, key + " must be a number");
    }

    int numberOr(String key, int otherwise) {
        return values.containsKey(key) ? number(key) : otherwise;
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    Map<String, String> map() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new GrammarException(name, key + " must be a list");
    }

    private static Map<String, Object> mapping(String name, @Nullable Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new GrammarException(name, "a mapping is missing");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return values;
    }
}
