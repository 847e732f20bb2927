package nl.beleidsradar.service;

/**
 * Gives virtual threads enough platform threads to run on. A virtual thread that waits while a
 * class is loaded or initialised keeps its platform thread; where all are kept so, and the one that
 * they wait for is a virtual thread too, nothing ever goes on. The JDK takes one platform thread a
 * processor, so on two processors this happens in practice while a service starts.
 */
public final class VirtualThreads {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";
    private static final String ENOUGH = "64";

    private VirtualThreads() {}

    /** To be called before the first virtual thread begins; an operator's own setting stays. */
    public static void prepare() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, ENOUGH);
        }
    }
}
