package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A YAML mapping read with its types checked; each message names the file and the key. */
final class YamlFields {

    private final String file;
    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    YamlFields(String file, String name, @Nullable Object node) {
        this.file = file;
        this.name = name;
        if (!(node instanceof Map<?, ?> map)) {
            throw wrong(name + " must be a mapping");
        }
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
    }

    YamlFields allow(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(name + " has the unknown key " + key);
            }
        }
        return this;
    }

    String text(String key) {
        if (values.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(name + "." + key + " must be a text");
    }

    int number(String key) {
        if (values.get(key) instanceof Integer number) {
            return number;
        }
        throw wrong(name + "." + key + " must be a whole number");
    }

    YamlFields field(String key) {
        return new YamlFields(file, key, values.get(key));
    }

    List<YamlFields> fields(String key) {
        return list(key).stream().map(node -> new YamlFields(file, key, node)).toList();
    }

    List<String> texts(String key) {
        return texts(key, list(key));
    }

    List<List<String>> textLists(String key) {
        List<List<String>> lists = new ArrayList<>();
        for (Object node : list(key)) {
            if (!(node instanceof List<?> list) || list.isEmpty()) {
                throw wrong(name + "." + key + " must hold lists");
            }
            lists.add(texts(key, list));
        }
        return List.copyOf(lists);
    }

    /** All values as texts, of which these must be there. */
    Map<String, String> requireTexts(String... keys) {
        for (String key : keys) {
            text(key);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        values.keySet().forEach(key -> texts.put(key, text(key)));
        return texts;
    }

    private List<String> texts(String key, List<?> nodes) {
        List<String> texts = new ArrayList<>();
        for (Object node : nodes) {
            if (!(node instanceof String text) || text.isBlank()) {
                throw wrong(name + "." + key + " must hold texts");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    private List<?> list(String key) {
        Object node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof List<?> list) {
            return list;
        }
        throw wrong(name + "." + key + " must be a list");
    }

    private ThemeFileException wrong(String problem) {
        return new ThemeFileException(file, problem);
    }
}
