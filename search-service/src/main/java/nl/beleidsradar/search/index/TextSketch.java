package nl.beleidsradar.search.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a text to find its copies: a hash of its words, and for texts that printing
 * changed a little a sketch of its runs of five words (min-wise hashing in one pass, one value a
 * bin). Two standard letters share most of their runs; what sets them apart are names, numbers and
 * dates, so those are kept too, and a copy may not have others in place of them. Depends on the
 * document alone.
 *
 * @param values smallest hash of each bin; equal ones in about the share of runs that are equal
 * @param telling hashes of names, and of numbers with the word behind them, in order
 */
public record TextSketch(List<Integer> values, List<Integer> telling) {

    private static final int BANDS = 12;
    private static final int ROWS = 8;
    private static final int BINS = BANDS * ROWS;

    /** Words in a run. */
    private static final int RUN = 5;

    /** A shorter text says too little to be the same piece because it says the same. */
    private static final int FEWEST_EQUAL = 50;

    private static final int FEWEST_NEAR = 200;

    /** A text with more is compared as a whole only. */
    private static final int MOST_TELLING = 3_000;

    private static final double NEAR = 0.85;

    /** Share of the telling words that one of two copies may have more, in running heads say. */
    private static final double MORE_TELLING = 0.05;

    private static final int ALWAYS_MORE = 3;

    /**
     * All that is kept of a text.
     *
     * @param key equal for equal words; null for a text that is too short
     * @param near under which texts that are nearly equal are found, a few of them at least
     * @param sketch null for a text that is too short, or has too many names and numbers
     */
    record Kept(@Nullable String key, List<String> near, @Nullable TextSketch sketch) {}

    static Kept of(DocumentExtracted document, String text) {
        List<String> words = TextWords.of(text, document.spans());
        if (words.size() < FEWEST_EQUAL) {
            return new Kept(null, List.of(), null);
        }
        String key = BlobRef.hash(joined(words).getBytes(StandardCharsets.UTF_8));
        @Nullable List<Integer> telling = telling(words);
        if (words.size() < FEWEST_NEAR || telling == null) {
            return new Kept(key, List.of(), null);
        }
        int[] bins = bins(words);
        List<String> near = new ArrayList<>(BANDS);
        for (int b = 0; b < BANDS; b++) {
            int band = Arrays.hashCode(Arrays.copyOfRange(bins, b * ROWS, (b + 1) * ROWS));
            near.add(b + "-" + Integer.toHexString(band));
        }
        return new Kept(key, near, new TextSketch(Arrays.stream(bins).boxed().toList(), telling));
    }

    private static String joined(List<String> words) {
        var all = new StringBuilder();
        words.forEach(w -> all.append(TextWords.folded(w)).append(' '));
        return all.toString();
    }

    private static int[] bins(List<String> words) {
        int[] bins = new int[BINS];
        Arrays.fill(bins, Integer.MAX_VALUE);
        int[] hashes = words.stream().mapToInt(w -> TextWords.folded(w).hashCode()).toArray();
        for (int i = 0; i + RUN <= hashes.length; i++) {
            long run = 1125899906842597L;
            for (int j = i; j < i + RUN; j++) {
                run = 31 * run + hashes[j];
            }
            long mixed = mix(run);
            int bin = (int) Long.remainderUnsigned(mixed, BINS);
            int value = (int) (mixed >>> 33);
            bins[bin] = Math.min(bins[bin], value);
        }
        return bins;
    }

    /** Null where there are too many. */
    private static @Nullable List<Integer> telling(List<String> words) {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.chars().anyMatch(Character::isDigit)) {
                String behind = i + 1 < words.size() ? TextWords.folded(words.get(i + 1)) : "";
                all.add((word + " " + behind).hashCode());
            } else if (Character.isUpperCase(word.charAt(0))) {
                all.add(TextWords.folded(word).hashCode());
            }
        }
        return all.size() > MOST_TELLING ? null : List.copyOf(all);
    }

    /** Spreads what differs little over all bits: the finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Whether two texts are one piece, printed twice. */
    public boolean isNear(TextSketch other) {
        int equal = 0;
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            equal += values.get(i).equals(other.values.get(i)) ? 1 : 0;
        }
        return equal >= NEAR * BINS && (holds(other) || other.holds(this));
    }

    private boolean holds(TextSketch other) {
        var own = new TreeSet<>(telling);
        int more = telling.size() - other.telling.size();
        return more <= Math.max(ALWAYS_MORE, MORE_TELLING * telling.size())
                && own.containsAll(other.telling);
    }
}
