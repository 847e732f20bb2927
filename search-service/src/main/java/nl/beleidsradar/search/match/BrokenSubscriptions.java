package nl.beleidsradar.search.match;

/** Takes a subscription out of force and tells its owner why. */
@FunctionalInterface
public interface BrokenSubscriptions {

    /**
     * @param message to the owner, in Dutch
     * @throws RuntimeException if that cannot be done now; it is tried again later
     */
    void broken(String subscriptionId, String message);
}
