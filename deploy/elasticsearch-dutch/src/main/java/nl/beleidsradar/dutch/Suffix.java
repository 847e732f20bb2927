package nl.beleidsradar.dutch;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One suffix rule of a Hunspell affix file (format: hunspell(5)): endings, plurals and joining
 * letters of nouns and adjectives; verbs and diminutives are left out.
 *
 * @param strip letters taken from the end of the word
 * @param add letters put in their place
 * @param flags what the new form may do
 */
record Suffix(String strip, String add, List<String> flags, Pattern condition) {

    private static final String KINDS = "ACXZ";

    static Map<String, List<Suffix>> read(BufferedReader affixes) throws IOException {
        Map<String, List<Suffix>> byFlag = new HashMap<>();
        for (String line = affixes.readLine(); line != null; line = affixes.readLine()) {
            String[] field = line.split("\\s+");
            boolean rule = field.length >= 5 && field[0].equals("SFX");
            if (rule && KINDS.indexOf(field[1].charAt(0)) >= 0 && !field[3].contains("-")) {
                byFlag.computeIfAbsent(field[1], flag -> new ArrayList<>()).add(rule(field));
            }
        }
        return byFlag;
    }

    private static Suffix rule(String[] field) {
        int slash = field[3].indexOf('/');
        String add = slash < 0 ? field[3] : field[3].substring(0, slash);
        String flags = slash < 0 ? "" : field[3].substring(slash + 1);
        return new Suffix(
                field[2].equals("0") ? "" : field[2],
                add.equals("0") ? "" : add,
                CompoundLexicon.flags(flags),
                Pattern.compile(field[4] + "$"));
    }

    boolean fits(String word) {
        return word.endsWith(strip) && condition.matcher(word).find();
    }

    String apply(String word) {
        return word.substring(0, word.length() - strip.length()) + add;
    }

    /** True for the -s- between two parts, which belongs to neither. */
    boolean joins() {
        return strip.isEmpty() && add.equals("s");
    }
}
