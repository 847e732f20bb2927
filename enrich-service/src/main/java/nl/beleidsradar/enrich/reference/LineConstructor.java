package nl.beleidsradar.enrich.reference;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Notes in each mapping of a list the line where it begins, for messages about it. */
final class LineConstructor extends SafeConstructor {

    static final String LINE = "line of the file";

    LineConstructor(LoaderOptions options) {
        super(options);
    }

    @Override
    protected void constructMapping2ndStep(MappingNode node, Map<Object, Object> mapping) {
        super.constructMapping2ndStep(node, mapping);
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && tuple.getValueNode() instanceof SequenceNode list
                    && mapping.get(key.getValue()) instanceof Iterable<?> items) {
                lines(list, items);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void lines(SequenceNode list, Iterable<?> items) {
        int index = 0;
        for (Object item : items) {
            Node node = list.getValue().get(index++);
            if (item instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(LINE, node.getStartMark().getLine() + 1);
            }
        }
    }
}
