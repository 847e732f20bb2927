package nl.beleidsradar.search.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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

    /** No run fell into this bin. */
    private static final int EMPTY = Integer.MAX_VALUE;

    /** A text of few words, again and again, fills less and is like any other of its kind. */
    private static final int FEWEST_FILLED = BINS / 2;

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
        var read = new Reading();
        TextWords.tell(text, document.spans(), read);
        if (read.words < FEWEST_EQUAL) {
            return new Kept(null, List.of(), null);
        }
        String key = BlobRef.hashOf(read.digest);
        int[] bins = read.bins;
        @Nullable List<Integer> telling = read.telling();
        if (read.words < FEWEST_NEAR || telling == null || filled(bins) < FEWEST_FILLED) {
            return new Kept(key, List.of(), null);
        }
        List<String> near = new ArrayList<>(BANDS);
        for (int b = 0; b < BANDS; b++) {
            int[] band = Arrays.copyOfRange(bins, b * ROWS, (b + 1) * ROWS);
            if (filled(band) > 0) {
                near.add(b + "-" + Integer.toHexString(Arrays.hashCode(band)));
            }
        }
        return new Kept(key, near, new TextSketch(Arrays.stream(bins).boxed().toList(), telling));
    }

    private static int filled(int[] bins) {
        return (int) Arrays.stream(bins).filter(b -> b != EMPTY).count();
    }

    /** What is kept of the words so far; the words themselves are not. */
    private static final class Reading implements Consumer<String> {

        private final MessageDigest digest = BlobRef.newDigest();
        private final int[] bins = new int[BINS];
        private final int[] run = new int[RUN];
        private final Set<Integer> telling = new TreeSet<>();
        private int words;
        private @Nullable String number;

        Reading() {
            Arrays.fill(bins, EMPTY);
        }

        @Override
        public void accept(String word) {
            String folded = TextWords.folded(word);
            digest.update((folded + " ").getBytes(StandardCharsets.UTF_8));
            run[words % RUN] = folded.hashCode();
            words++;
            if (words >= RUN) {
                endOfRun();
            }
            if (telling.size() <= MOST_TELLING) {
                tells(word, folded);
            }
        }

        private void endOfRun() {
            long hash = 1125899906842597L;
            for (int i = 0; i < RUN; i++) {
                hash = 31 * hash + run[(words + i) % RUN];
            }
            long mixed = mix(hash);
            int bin = (int) Long.remainderUnsigned(mixed, BINS);
            bins[bin] = Math.min(bins[bin], (int) (mixed >>> 33));
        }

        private void tells(String word, String folded) {
            if (number != null) {
                telling.add((number + " " + folded).hashCode());
                number = null;
            }
            if (word.chars().anyMatch(Character::isDigit)) {
                number = word;
            } else if (Character.isUpperCase(word.charAt(0))) {
                telling.add(folded.hashCode());
            }
        }

        /** Null where there are too many. */
        @Nullable List<Integer> telling() {
            if (number != null) {
                telling.add((number + " ").hashCode());
            }
            return telling.size() > MOST_TELLING ? null : List.copyOf(telling);
        }
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
        int filled = 0;
        int equal = 0;
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            int value = values.get(i);
            int there = other.values.get(i);
            // That neither has a run in a bin says nothing.
            filled += value == EMPTY && there == EMPTY ? 0 : 1;
            equal += value == there && value != EMPTY ? 1 : 0;
        }
        return filled >= FEWEST_FILLED
                && equal >= NEAR * filled
                && (holds(other) || other.holds(this));
    }

    private boolean holds(TextSketch other) {
        var own = new TreeSet<>(telling);
        int more = telling.size() - other.telling.size();
        return more <= Math.max(ALWAYS_MORE, MORE_TELLING * telling.size())
                && own.containsAll(other.telling);
    }
}
