package nl.beleidsradar.enrich.theme;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a theme file: YAML of at most 1 MiB with the keys {@code id}, {@code version}, {@code
 * labels}, {@code links}, {@code terms}, {@code combinations}, {@code masks} and {@code examples}.
 * An unknown key is an error, so that a typing mistake cannot silence a rule.
 */
public final class ThemeReader {

    private static final int MAX_FILE = 1024 * 1024;
    private static final int MAX_WORDS = 12;
    private static final java.util.regex.Pattern ID =
            java.util.regex.Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private ThemeReader() {}

    /**
     * Reads one file.
     *
     * @param name of the file, for messages
     * @throws ThemeFileException if the content is no theme
     */
    public static Theme read(String name, String yaml) {
        YamlFields file = new YamlFields(name, "theme", load(name, yaml));
        file.allow(
                "id", "version", "labels", "links", "terms", "combinations", "masks", "examples");
        String id = file.text("id");
        if (!ID.matcher(id).matches()) {
            throw new ThemeFileException(name, "id must match " + ID);
        }
        int version = file.number("version");
        if (version < 1 || version > 9_999) {
            throw new ThemeFileException(name, "version must be 1 to 9999");
        }
        List<Theme.Term> terms =
                file.fields("terms").stream().map(fields -> term(name, fields)).toList();
        refuseDoubles(name, terms);
        YamlFields examples = file.field("examples").allow("must", "mustNot");
        return new Theme(
                id,
                version,
                file.field("labels").requireTexts("nl", "en"),
                file.texts("links"),
                terms,
                file.fields("combinations").stream().map(f -> combination(name, f)).toList(),
                file.texts("masks").stream().map(mask -> phrase(name, mask)).toList(),
                new Theme.Examples(examples.texts("must"), examples.texts("mustNot")));
    }

    private static Theme.Term term(String file, YamlFields fields) {
        fields.allow("term", "mode", "weight", "unless");
        String text = phrase(file, fields.text("term"));
        Theme.Mode mode = constant(file, Theme.Mode.class, fields.text("mode"));
        int words = Pattern.split(text).size();
        if ((mode == Theme.Mode.WORD && words > 1) || (mode == Theme.Mode.PHRASE && words < 2)) {
            throw new ThemeFileException(file, "'" + text + "' is not a " + fields.text("mode"));
        }
        return new Theme.Term(
                text,
                mode,
                constant(file, Theme.Weight.class, fields.text("weight")),
                fields.texts("unless").stream().map(u -> phrase(file, u)).toList());
    }

    private static Theme.Combination combination(String file, YamlFields fields) {
        fields.allow("weight", "within", "all");
        List<List<String>> groups = fields.textLists("all");
        if (groups.size() < 2 || groups.size() > 4) {
            throw new ThemeFileException(file, "a combination has 2 to 4 groups");
        }
        groups.forEach(group -> group.forEach(part -> phrase(file, part)));
        return new Theme.Combination(
                constant(file, Theme.Weight.class, fields.text("weight")),
                fields.number("within"),
                groups);
    }

    /**
     * A wildcard may only end a word, and a word has letters: else a term would match everything.
     */
    private static String phrase(String file, String text) {
        List<String> words = Pattern.split(text);
        boolean usable = !words.isEmpty() && words.size() <= MAX_WORDS;
        for (String word : words) {
            int star = word.indexOf('*');
            usable &= star < 0 || (star >= (words.size() > 1 ? 1 : 2) && star == word.length() - 1);
        }
        if (!usable) {
            throw new ThemeFileException(file, "'" + text + "' is no usable term");
        }
        return text;
    }

    private static void refuseDoubles(String file, List<Theme.Term> terms) {
        Set<String> seen = new HashSet<>();
        for (Theme.Term term : terms) {
            if (!seen.add(term.text().toLowerCase(Locale.ROOT))) {
                throw new ThemeFileException(file, "'" + term.text() + "' is listed twice");
            }
        }
    }

    private static Object load(String name, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MAX_FILE);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            if (root == null) {
                throw new ThemeFileException(name, "is empty");
            }
            return root;
        } catch (YAMLException e) {
            throw new ThemeFileException(name, String.valueOf(e.getMessage()));
        }
    }

    private static <E extends Enum<E>> E constant(String file, Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return constant;
            }
        }
        throw new ThemeFileException(
                file, "'" + word + "' is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
