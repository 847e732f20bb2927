package nl.beleidsradar.search.deliver;

import nl.beleidsradar.contract.alert.Subscription;

/** Takes subscriptions out of force whose receiver cannot be told any more. */
@FunctionalInterface
interface BrokenChannels {

    /**
     * Waits until it is done, or gives up with a line in the log.
     *
     * @param subscription as it was when that was found out; one changed since is left alone
     * @param message to the owner
     */
    void broken(Subscription subscription, String message);
}
