package nl.beleidsradar.search.match;

/** Takes a subscription out of force and tells its owner why. */
@FunctionalInterface
public interface BrokenSubscriptions {

    /**
     * @param version of the subscription that was found to be broken
     * @param message to the owner, in Dutch
     * @throws RuntimeException if that cannot be done now; it is tried again later
     */
    void broken(String subscriptionId, int version, String message);
}
