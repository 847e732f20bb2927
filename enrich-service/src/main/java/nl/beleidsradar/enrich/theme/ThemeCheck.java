package nl.beleidsradar.enrich.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.theme.YamlFields.Text;

/**
 * Holds a theme to its own examples before it comes into force, beside the themes that are: each
 * example must be tagged and no counter-example, and those of the other themes must keep holding.
 */
public final class ThemeCheck {

    private static final int MAX_QUOTED = 120;

    private ThemeCheck() {}

    /**
     * Reads and checks one theme file.
     *
     * @param name of the file, for messages
     * @param content YAML or JSON
     * @param others the themes in force; one of the same id is left out
     * @throws ThemeFileException with all that is wrong, each with its line
     */
    public static Theme check(String name, String content, Collection<Theme> others) {
        ThemeFile file = ThemeReader.readFile(name, content);
        Theme theme = file.theme();
        List<Theme> rest = others.stream().filter(o -> !o.id().equals(theme.id())).toList();
        List<Theme> all = new ArrayList<>(rest);
        all.add(theme);
        ThemeTagger tagger = new ThemeTagger(ThemeVocabulary.of(all));
        for (Text example : file.must()) {
            if (tag(tagger, theme.id(), example.value()).isEmpty()) {
                file.problems().at(example.line(), "example is not tagged: " + quoted(example));
            }
        }
        for (Text example : file.mustNot()) {
            tag(tagger, theme.id(), example.value())
                    .ifPresent(tag -> file.problems().at(example.line(), tagged(example, tag)));
        }
        ThemeTagger before = new ThemeTagger(ThemeVocabulary.of(rest));
        for (Theme other : rest) {
            for (String example : broken(before, tagger, other)) {
                file.problems()
                        .at(1, "breaks an example of " + other.id() + ": " + quoted(example));
            }
        }
        file.problems().refuseAny();
        return theme;
    }

    /** What held without the new theme and no longer does; an older fault is not its fault. */
    private static List<String> broken(ThemeTagger before, ThemeTagger after, Theme theme) {
        Stream<String> lost =
                theme.examples().must().stream()
                        .filter(example -> tag(after, theme.id(), example).isEmpty())
                        .filter(example -> tag(before, theme.id(), example).isPresent());
        Stream<String> won =
                theme.examples().mustNot().stream()
                        .filter(example -> tag(after, theme.id(), example).isPresent())
                        .filter(example -> tag(before, theme.id(), example).isEmpty());
        return Stream.concat(lost, won).toList();
    }

    private static Optional<ThemeTag> tag(ThemeTagger tagger, String theme, String example) {
        return tagger.tag("", example, List.of()).stream()
                .filter(tag -> tag.id().equals(theme))
                .findFirst();
    }

    private static String tagged(Text example, ThemeTag tag) {
        List<String> terms =
                tag.passages().stream().flatMap(p -> p.terms().stream()).distinct().toList();
        return "counter-example is tagged: "
                + quoted(example)
                + " (term "
                + String.join(", ", terms.stream().map(ThemeCheck::quoted).toList())
                + ")";
    }

    private static String quoted(Text text) {
        return quoted(text.value());
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return '"'
                + (line.length() > MAX_QUOTED ? line.substring(0, MAX_QUOTED) + "…" : line)
                + '"';
    }
}
