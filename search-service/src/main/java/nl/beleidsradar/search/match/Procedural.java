package nl.beleidsradar.search.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Tells letterhead, headings of agendas and addresses from sentences that say something, by the
 * patterns of {@code match/procedural.yaml}, each of which a whole sentence must follow.
 */
final class Procedural {

    private static final String FILE = "/match/procedural.yaml";

    /** A longer sentence says something. */
    private static final int LONGEST = 240;

    /**
     * @param name what it is for
     * @param pattern of the whole sentence, blanks being single
     * @param examples each of which it must match
     * @param counterExamples none of which any pattern may match
     */
    record Rule(
            String name, Pattern pattern, List<String> examples, List<String> counterExamples) {}

    private static final class Holder {
        static final Procedural PACKAGED = read();
    }

    private final List<Rule> rules;

    private Procedural(List<Rule> rules) {
        this.rules = rules;
    }

    static Procedural packaged() {
        return Holder.PACKAGED;
    }

    List<Rule> rules() {
        return rules;
    }

    boolean matches(String sentence) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        String single = sentence.replaceAll("[\\s\\u00a0]+", " ").strip();
        return rules.stream().anyMatch(r -> r.pattern().matcher(single).matches());
    }

    private static Procedural read() {
        try (InputStream in = Procedural.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("not packaged");
            }
            List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Procedural(entries.stream().map(e -> rule((Map<?, ?>) e)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Rule rule(Map<?, ?> entry) {
        return new Rule(
                String.valueOf(entry.get("name")),
                Pattern.compile(String.valueOf(entry.get("pattern"))),
                strings(entry.get("examples")),
                strings(entry.get("counterExamples")));
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
