package nl.beleidsradar.enrich.theme;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ThemeChanged;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML (or JSON, which is YAML) of at most 1 MiB as nodes that know their lines; nothing is
 * constructed from it.
 */
final class YamlFile {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private YamlFile() {}

    /**
     * The fields of the file's mapping.
     *
     * @param name of what the file holds, for messages
     * @throws ThemeFileException if the content is no such file
     */
    static YamlFields read(FileProblems problems, String name, String content) {
        if (content.length() > ThemeChanged.MAX_CONTENT) {
            problems.at(1, "is longer than " + ThemeChanged.MAX_CONTENT + " characters");
            problems.refuseAny();
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        Node root = null;
        try {
            Yaml yaml = new Yaml(new SafeConstructor(options));
            root = yaml.compose(new StringReader(readable(content)));
            if (root == null) {
                problems.at(1, "is empty");
            } else if (!(root instanceof MappingNode)) {
                problems.at(1, name + " must be a mapping");
            }
        } catch (MarkedYAMLException e) {
            problems.at(line(e.getProblemMark()), String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            problems.at(
                    lineOf(content, e.getPosition()),
                    "the character U+%04X is not allowed".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            problems.at(1, String.valueOf(e.getMessage()));
        }
        problems.refuseAny();
        return new YamlFields(problems, name, root, 1);
    }

    /**
     * JSON may be indented with tabs, which no text in it holds, and may escape a slash; this YAML
     * reader takes neither.
     */
    private static String readable(String content) {
        if (!content.stripLeading().startsWith("{")) {
            return content;
        }
        return ESCAPE.matcher(content.replace('\t', ' '))
                .replaceAll(
                        m -> m.group(1).equals("/") ? "/" : Matcher.quoteReplacement(m.group()));
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static int lineOf(String content, int position) {
        int end = Math.min(position, content.length());
        return 1 + (int) content.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
