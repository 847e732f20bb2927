package nl.beleidsradar.enrich.theme;

/**
 * Tells most words from all terms by their first letters alone; a word let through may still prove
 * to be none.
 */
final class Openings {

    /** Letters that decide for a term whose first word has so many. */
    static final int LONG = 6;

    private static final int SHORT = 3;
    private static final int BITS = 18;

    /** By hash of the first {@link #LONG} letters. */
    private final long[] longer = new long[(1 << BITS) / Long.SIZE];

    /** By the first {@link #SHORT} letters, five bits of each; small enough to stay near. */
    private final long[] shorter = new long[(1 << 5 * SHORT) / Long.SIZE];

    /** Lets words pass that begin with these letters, of which there are {@link #LONG}. */
    void addLong(CharSequence letters) {
        int hash = 0;
        for (int i = 0; i < LONG; i++) {
            hash = mixed(hash, letters.charAt(i));
        }
        int bit = bit(hash);
        longer[bit >> 6] |= 1L << bit;
    }

    /** Lets words pass that begin with these letters, however few. */
    void addShort(CharSequence letters) {
        int length = Math.min(SHORT, letters.length());
        int opening = 0;
        for (int i = 0; i < length; i++) {
            opening = opening << 5 | letters.charAt(i) & 31;
        }
        int open = 5 * (SHORT - length);
        for (int bit = opening << open; bit < (opening + 1) << open; bit++) {
            shorter[bit >> 6] |= 1L << bit;
        }
    }

    boolean mayBegin(char[] letters, int offset, int length) {
        int opening = 0;
        for (int i = 0; i < SHORT; i++) {
            opening = opening << 5 | (i < length ? letters[offset + i] & 31 : 0);
        }
        if ((shorter[opening >> 6] >>> opening & 1) != 0) {
            return true;
        }
        if (length < LONG) {
            return false;
        }
        int hash = 0;
        for (int i = 0; i < LONG; i++) {
            hash = mixed(hash, letters[offset + i]);
        }
        int bit = bit(hash);
        return (longer[bit >> 6] >>> bit & 1) != 0;
    }

    private static int mixed(int hash, char letter) {
        return hash * 0x01000193 + letter;
    }

    private static int bit(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }
}
