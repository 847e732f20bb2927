package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping read with its types checked. What is wrong is noted with its line, and a harmless
 * value stands in for it so that reading goes on.
 */
final class YamlFields {

    /** A text and the line it stands on. */
    record Text(String value, int line) {}

    private final FileProblems problems;
    private final String name;
    private final int line;
    private final boolean isMapping;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    YamlFields(FileProblems problems, String name, @Nullable Node node, int lineIfAbsent) {
        this.problems = problems;
        this.name = name;
        this.line = node == null ? lineIfAbsent : lineOf(node);
        this.isMapping = node instanceof MappingNode && Tag.MAP.equals(node.getTag());
        if (!(node instanceof MappingNode mapping) || !isMapping) {
            problems.at(line, name + " must be a mapping");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String word = key instanceof ScalarNode scalar ? scalar.getValue() : key.toString();
            if (values.putIfAbsent(word, tuple.getValueNode()) != null) {
                problems.at(lineOf(key), "the key '" + word + "' stands twice");
            }
            lines.put(word, lineOf(key));
        }
    }

    YamlFields allow(String... keys) {
        Set<String> known = Set.of(keys);
        lines.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.at(at, "unknown key '" + key + "' in " + name);
            }
        });
        return this;
    }

    int line() {
        return line;
    }

    /** The line of a key, or of the whole mapping where the key is absent. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Notes what is wrong with the value of a key; nothing where it is no mapping at all. */
    void wrong(String key, String problem) {
        if (isMapping) {
            problems.at(line(key), problem);
        }
    }

    Text text(String key) {
        if (values.get(key) instanceof ScalarNode scalar && isText(scalar)) {
            return new Text(scalar.getValue(), lineOf(scalar));
        }
        wrong(key, name + "." + key + " must be a text");
        return new Text("", line(key));
    }

    int number(String key) {
        if (values.get(key) instanceof ScalarNode scalar && Tag.INT.equals(scalar.getTag())) {
            try {
                return Integer.parseInt(scalar.getValue());
            } catch (NumberFormatException e) {
                // Falls through: too long a number, or one in another base.
            }
        }
        wrong(key, name + "." + key + " must be a whole number");
        return 1;
    }

    YamlFields field(String key) {
        return new YamlFields(problems, key, values.get(key), line(key));
    }

    List<YamlFields> fields(String key) {
        return list(key).stream()
                .map(node -> new YamlFields(problems, key, node, line(key)))
                .toList();
    }

    List<Text> texts(String key) {
        return texts(key, list(key));
    }

    List<List<Text>> textLists(String key) {
        List<List<Text>> lists = new ArrayList<>();
        for (Node node : list(key)) {
            if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
                lists.add(texts(key, list.getValue()));
            } else {
                problems.at(lineOf(node), name + "." + key + " must hold lists");
            }
        }
        return List.copyOf(lists);
    }

    /** All values as texts, of which these must be there. */
    Map<String, String> requireTexts(String... keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : keys) {
            texts.put(key, text(key).value());
        }
        values.keySet().forEach(key -> texts.computeIfAbsent(key, k -> text(k).value()));
        return texts;
    }

    private List<Text> texts(String key, List<Node> nodes) {
        return nodes.stream()
                .map(node -> text(node, name + "." + key + " must hold texts"))
                .toList();
    }

    private Text text(Node node, String problem) {
        if (node instanceof ScalarNode scalar && isText(scalar)) {
            return new Text(scalar.getValue(), lineOf(scalar));
        }
        problems.at(lineOf(node), problem);
        return new Text("", lineOf(node));
    }

    private static boolean isText(ScalarNode node) {
        return Tag.STR.equals(node.getTag()) && !node.getValue().isBlank();
    }

    private List<Node> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        wrong(key, name + "." + key + " must be a list");
        return List.of();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
