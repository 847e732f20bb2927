package nl.beleidsradar.dutch;

import java.util.List;
import org.tartarus.snowball.ext.DutchStemmer;

/**
 * Reduces a folded lower-case word to its stem: the Snowball stemmer for Dutch, run until nothing
 * changes, with rules for the plurals it misses.
 *
 * <p>Instances are not safe for use by several threads.
 */
final class DutchStem {

    private static final int SHORTEST_WORD = 4;

    /** Words in -ies that are no plural: their plural is -iezen. */
    private static final List<String> SINGULAR =
            List.of("advies", "verlies", "precies", "vlies", "kies", "vries", "spies", "bies");

    private final DutchStemmer snowball = new DutchStemmer();

    String of(String word) {
        String rest = withoutPlural(word);
        if (rest.length() < SHORTEST_WORD || !rest.chars().allMatch(Character::isLetter)) {
            return rest;
        }
        String stem = single(snowball(rest));
        // Snowball takes one plural ending at a time: wapens, wapen, wap
        for (String next = single(snowball(stem));
                !next.equals(stem) && next.length() < stem.length();
                next = single(snowball(stem))) {
            stem = next;
        }
        return stem;
    }

    /** Endings Snowball leaves alone because a vowel stands before them. */
    private static String withoutPlural(String word) {
        int length = word.length();
        if (word.endsWith("'s") || word.endsWith("’s")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("ieen") || word.endsWith("eeen")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("ies") && length > 4 && SINGULAR.stream().noneMatch(word::endsWith)) {
            return word.substring(0, length - 1);
        }
        return word;
    }

    private String snowball(String word) {
        snowball.setCurrent(word);
        snowball.stem();
        return snowball.getCurrent();
    }

    /** aanvall is aanval; a stem ends in f or s where the plural has v or z. */
    private static String single(String stem) {
        int last = stem.length() - 1;
        if (last < 2) {
            return stem;
        }
        char end = stem.charAt(last);
        String rest = stem.substring(0, last);
        return switch (end) {
            case 'v' -> rest + 'f';
            case 'z' -> rest + 's';
            case 'a', 'e', 'i', 'o', 'u', 'y' -> stem;
            default -> stem.charAt(last - 1) == end ? rest : stem;
        };
    }
}
