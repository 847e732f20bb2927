package nl.beleidsradar.search.deliver;

import java.time.Duration;

/** How long to wait before a message is tried again: after 1, 4, 15, 60 s, then doubling to 6 h. */
final class BackOff {

    private static final int[] FIRST = {1, 4, 15, 60};
    private static final long LONGEST = Duration.ofHours(6).toSeconds();
    private static final double SPREAD = 0.2;

    private BackOff() {}

    /**
     * The same for the same message and attempt; up to a fifth more or less than the plain time, so
     * that what failed together does not come back together.
     *
     * @param attempts made so far, at least 1
     */
    static Duration after(String message, int attempts) {
        long seconds =
                attempts <= FIRST.length
                        ? FIRST[attempts - 1]
                        : Math.min(LONGEST, 60L << Math.min(attempts - FIRST.length, 20));
        int hash = (message + "/" + attempts).hashCode();
        // The low bits of a string's hash say little: spread them first.
        double between = Math.floorMod(hash * 0x9E3779B9, 1 << 16) / (double) (1 << 16);
        return Duration.ofMillis(Math.round(seconds * 1000 * (1 - SPREAD + 2 * SPREAD * between)));
    }
}
