package nl.beleidsradar.enrich.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.beleidsradar.enrich.theme.YamlFields.Text;

/**
 * Names of ministries, ministers, committees, budgets and agencies, in which a theme's term says
 * nothing of the theme; they are hidden from all themes.
 *
 * @param version rises with each change of the file
 * @param names written as a theme's masks are
 * @param examples {@code mustNot}: tagged with nothing; {@code must}: still tagged
 */
public record OrganisationNames(int version, List<String> names, Theme.Examples examples) {

    /** No names at all. */
    static final OrganisationNames NONE =
            new OrganisationNames(0, List.of(), new Theme.Examples(List.of(), List.of()));

    private static final String FILE = "organisations.yaml";

    private static final List<String> KINDS =
            List.of("ministries", "ministers", "committees", "budgets", "agencies");

    /** The names that come with the service. */
    public static OrganisationNames packaged() {
        return Packaged.NAMES;
    }

    /**
     * Reads a file of names: YAML with a list of names by kind, and examples.
     *
     * @throws ThemeFileException with all that is wrong with it
     */
    static OrganisationNames read(String file, String yaml) {
        FileProblems problems = new FileProblems(file);
        YamlFields fields = YamlFile.read(problems, "organisations", yaml);
        fields.allow(
                "version",
                "ministries",
                "ministers",
                "committees",
                "budgets",
                "agencies",
                "examples");
        TermText termText = new TermText(problems);
        Set<String> names = new LinkedHashSet<>();
        for (String kind : KINDS) {
            for (Text name : termText.phrases(fields.texts(kind))) {
                if (!names.add(name.value())) {
                    problems.at(name.line(), "'" + name.value() + "' is listed twice");
                }
            }
        }
        YamlFields examples = fields.field("examples").allow("hidden", "kept");
        OrganisationNames read =
                new OrganisationNames(
                        fields.number("version"),
                        List.copyOf(names),
                        new Theme.Examples(
                                examples.texts("kept").stream().map(Text::value).toList(),
                                examples.texts("hidden").stream().map(Text::value).toList()));
        problems.refuseAny();
        return read;
    }

    /** Read when first asked for. */
    private static final class Packaged {

        private static final OrganisationNames NAMES = load();

        private static OrganisationNames load() {
            try (InputStream in = OrganisationNames.class.getResourceAsStream("/names/" + FILE)) {
                byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
                return read(FILE, new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(FILE, e);
            }
        }
    }
}
