package nl.beleidsradar.enrich;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * Tries a property on many random texts, other ones each time. A failure names its seed, which
 * {@code -Dbeleidsradar.seed=…} tries again, and the shortest text found on which it still fails.
 * {@code -Dbeleidsradar.trials=100} tries a hundred times as many.
 *
 * <p>Of our own, as the known libraries for this are either not kept up or made for an older test
 * platform.
 */
final class Trials {

    private static final int MOST_CUTS = 2_000;
    private static final int FACTOR = Integer.getInteger("beleidsradar.trials", 1);

    private Trials() {}

    /** A property of one text. */
    static void each(int times, LongFunction<String> texts, Consumer<String> property) {
        eachSeed(
                times,
                seed -> {
                    String text = texts.apply(seed);
                    if (failure(property, text) != null) {
                        String shortest = shortened(text, property);
                        throw new AssertionError(
                                "seed " + seed + ", text " + escaped(shortest),
                                failure(property, shortest));
                    }
                });
    }

    /** A property of what a seed gives. */
    static void eachSeed(int times, LongConsumer property) {
        Long given = Long.getLong("beleidsradar.seed");
        long first = given == null ? System.nanoTime() * 0x9E3779B97F4A7C15L : given;
        for (long seed = first; seed < first + (given == null ? times * FACTOR : 1); seed++) {
            try {
                property.accept(seed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("try again with -Dbeleidsradar.seed=" + seed, e);
            }
        }
    }

    /** Leaves out ever smaller stretches as long as it still fails. */
    private static String shortened(String text, Consumer<String> property) {
        String shortest = text;
        int cuts = 0;
        for (int length = text.length() / 2; length > 0; length /= 2) {
            for (int at = 0; at + length <= shortest.length() && cuts < MOST_CUTS; cuts++) {
                String shorter = shortest.substring(0, at) + shortest.substring(at + length);
                if (failure(property, shorter) != null) {
                    shortest = shorter;
                } else {
                    at += length;
                }
            }
        }
        return shortest;
    }

    private static Throwable failure(Consumer<String> property, String text) {
        try {
            property.accept(text);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.chars()
                .forEach(c ->
                        shown.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
        return shown.append('"').toString();
    }
}
