package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.beleidsradar.enrich.theme.YamlFields.Text;

/**
 * Reads a theme file: YAML or JSON of at most 1 MiB with the keys {@code id}, {@code version},
 * {@code labels}, {@code links}, {@code terms}, {@code combinations}, {@code masks} and {@code
 * examples}. An unknown key is an error, so that a typing mistake cannot silence a rule.
 */
public final class ThemeReader {

    private static final int MAX_VERSION = 999_999;
    private static final int MAX_WITHIN = 100;
    private static final java.util.regex.Pattern ID =
            java.util.regex.Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final FileProblems problems;
    private final TermText termText;

    private ThemeReader(FileProblems problems) {
        this.problems = problems;
        this.termText = new TermText(problems);
    }

    /**
     * Reads one file; its examples are not tried.
     *
     * @param name of the file, for messages
     * @throws ThemeFileException with all that is wrong, if the content is no theme
     */
    public static Theme read(String name, String yaml) {
        return readFile(name, yaml).theme();
    }

    static ThemeFile readFile(String name, String yaml) {
        FileProblems problems = new FileProblems(name);
        YamlFields fields = YamlFile.read(problems, "theme", yaml);
        ThemeFile file = new ThemeReader(problems).theme(fields);
        problems.refuseAny();
        return file;
    }

    private ThemeFile theme(YamlFields file) {
        file.allow(
                "id", "version", "labels", "links", "terms", "combinations", "masks", "examples");
        String id = file.text("id").value();
        if (!ID.matcher(id).matches()) {
            file.wrong("id", "id must match " + ID);
        }
        int version = file.has("version") ? file.number("version") : 1;
        if (version < 1 || version > MAX_VERSION) {
            file.wrong("version", "version must be 1 to " + MAX_VERSION);
        }
        List<Theme.Term> terms = terms(file.fields("terms"));
        List<Theme.Combination> combinations =
                file.fields("combinations").stream().map(this::combination).toList();
        if (terms.isEmpty() && combinations.isEmpty()) {
            file.wrong("terms", "a theme needs a term or a combination");
        }
        YamlFields examples = file.field("examples").allow("must", "mustNot");
        List<Text> must = someTexts(examples, "must");
        List<Text> mustNot = someTexts(examples, "mustNot");
        Theme theme =
                new Theme(
                        id,
                        version,
                        file.field("labels").requireTexts("nl", "en"),
                        values(file.texts("links")),
                        terms,
                        combinations,
                        values(termText.phrases(file.texts("masks"))),
                        new Theme.Examples(values(must), values(mustNot)));
        return new ThemeFile(theme, must, mustNot, problems);
    }

    private static List<Text> someTexts(YamlFields examples, String key) {
        List<Text> texts = examples.texts(key);
        if (texts.isEmpty()) {
            examples.wrong(key, "a theme needs at least one example of '" + key + "'");
        }
        return texts;
    }

    private List<Theme.Term> terms(List<YamlFields> entries) {
        List<Theme.Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields entry : entries) {
            Theme.Term term = term(entry);
            if (!seen.add(term.text().toLowerCase(Locale.ROOT))) {
                problems.at(entry.line(), "'" + term.text() + "' is listed twice");
            }
            terms.add(term);
        }
        return List.copyOf(terms);
    }

    private Theme.Term term(YamlFields fields) {
        fields.allow("term", "mode", "weight", "unless");
        Text text = termText.phrase(fields.text("term"));
        Theme.Mode mode = constant(fields, Theme.Mode.class, "mode");
        int words = Pattern.split(text.value()).size();
        if ((mode == Theme.Mode.WORD && words > 1) || (mode == Theme.Mode.PHRASE && words == 1)) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            problems.at(text.line(), "'" + text.value() + "' is not a " + name);
        }
        return new Theme.Term(
                text.value(),
                mode,
                constant(fields, Theme.Weight.class, "weight"),
                values(termText.phrases(fields.texts("unless"))));
    }

    private Theme.Combination combination(YamlFields fields) {
        fields.allow("weight", "within", "all");
        List<List<Text>> groups = fields.textLists("all");
        if (groups.size() < 2 || groups.size() > 4) {
            fields.wrong("all", "a combination has 2 to 4 groups");
        }
        int within = fields.number("within");
        if (within < 1 || within > MAX_WITHIN) {
            fields.wrong("within", "within must be 1 to " + MAX_WITHIN);
        }
        return new Theme.Combination(
                constant(fields, Theme.Weight.class, "weight"),
                within,
                groups.stream().map(group -> values(termText.phrases(group))).toList());
    }

    private static List<String> values(List<Text> texts) {
        return texts.stream().map(Text::value).toList();
    }

    private static <E extends Enum<E>> E constant(YamlFields fields, Class<E> type, String key) {
        Text word = fields.text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word.value())) {
                return constant;
            }
        }
        if (!word.value().isEmpty()) {
            fields.wrong(key, "'" + word.value() + "' is no " + key);
        }
        return type.getEnumConstants()[0];
    }
}
