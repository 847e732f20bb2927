package nl.beleidsradar.dutch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Words of a text are mostly the same ones: looking up is some fifty times cheaper. */
    private static final int REMEMBERED = 50_000;

    private static final int LONGEST_REMEMBERED = 40;
    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

    private final DutchStemmer snowball = new DutchStemmer();

    String of(String word) {
        String known = STEMS.get(word);
        if (known != null) {
            return known;
        }
        String stem = stem(word);
        if (word.length() <= LONGEST_REMEMBERED) {
            if (STEMS.size() >= REMEMBERED) {
                STEMS.clear();
            }
            STEMS.put(word, stem);
        }
        return stem;
    }

    private String stem(String word) {
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
