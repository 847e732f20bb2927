package nl.beleidsradar.ingest.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells the language of a title or a few lines by the small words that only one of our languages
 * has; statistics of letters need more text.
 */
final class FunctionWords {

    private static final int ENOUGH = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private record Words(String language, Set<String> words) {}

    private static final List<Words> LANGUAGES =
            List.of(
                    words(
                            "nl",
                            "het een van voor met zijn niet over aan bij wordt worden naar dat ook"
                                    + " door inzake ten tot uit deze heeft hebben te op"),
                    words("en", "the of and with from by that this is are on to an which"),
                    words(
                            "de",
                            "der das und für mit von zu zur zum über auf nicht ist dem ein eine"),
                    words("fr", "le les du et une sur dans pour aux est au par relatif cette"));

    private FunctionWords() {}

    /** Empty unless one language has at least two of its words and twice those of any other. */
    static Optional<String> languageOf(String text) {
        List<String> words =
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        List<Counted> counted =
                LANGUAGES.stream()
                        .map(l -> new Counted(l.language(), count(words, l.words())))
                        .sorted(Comparator.comparingLong(Counted::times).reversed())
                        .toList();
        Counted best = counted.getFirst();
        boolean clear = best.times() >= ENOUGH && best.times() >= 2 * counted.get(1).times();
        return clear ? Optional.of(best.language()) : Optional.empty();
    }

    private record Counted(String language, long times) {}

    private static long count(List<String> words, Set<String> of) {
        return words.stream().filter(of::contains).count();
    }

    private static Words words(String language, String words) {
        return new Words(language, Set.of(words.split(" ")));
    }
}
