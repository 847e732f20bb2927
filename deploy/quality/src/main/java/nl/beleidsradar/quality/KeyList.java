package nl.beleidsradar.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The official ids of all that was published up to a month. A found id that should be among them by
 * its number and is not, is probably wrong: read wrongly, or written wrongly by its author.
 */
final class KeyList {

    private static final Pattern ID = Pattern.compile("(kst-.+-|ah-[te]k-\\d+-|stb-\\d+-)(\\d+)");

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    static KeyList read(Path file) throws IOException {
        KeyList list = new KeyList();
        Process unpacking = Archives.reading(file);
        try (BufferedReader lines = unpacking.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(id ->
                            id.startsWith("kst-") || id.startsWith("ah-") || id.startsWith("stb-"))
                    .forEach(list::add);
        }
        Archives.await(unpacking, file);
        return list;
    }

    /** Whether an id of this form can be looked up at all. */
    boolean covers(String canonical) {
        Matcher id = ID.matcher(canonical);
        return id.matches()
                && id.group(2).length() < 7
                && Integer.parseInt(id.group(2)) <= last.getOrDefault(id.group(1), 0);
    }

    boolean holds(String canonical) {
        return ids.contains(canonical);
    }

    private void add(String id) {
        ids.add(id);
        Matcher number = ID.matcher(id);
        if (number.matches() && number.group(2).length() < 7) {
            last.merge(number.group(1), Integer.parseInt(number.group(2)), Math::max);
        }
    }
}
