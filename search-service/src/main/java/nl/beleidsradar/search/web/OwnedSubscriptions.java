package nl.beleidsradar.search.web;

import java.time.Duration;
import java.util.Optional;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.springframework.stereotype.Component;

/**
 * Finds subscriptions for a request. One that this instance does not know may have been made at
 * another a moment ago, so that the log is asked before anything is called unknown.
 */
@Component
final class OwnedSubscriptions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Subscriptions subscriptions;
    private final SubscriptionLog log;
    private final CurrentUser user;

    OwnedSubscriptions(Subscriptions subscriptions, SubscriptionLog log, CurrentUser user) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.user = user;
    }

    /**
     * @throws org.springframework.web.ErrorResponseException 503 where they are not all known here
     */
    void read() {
        if (!log.isRead()) {
            throw SubscriptionAnswers.notRead();
        }
    }

    /**
     * One of the user's own.
     *
     * @throws org.springframework.web.ErrorResponseException 404 or 503
     */
    Subscription find(String id) {
        return any(id).filter(s -> s.owner().equals(user.name()))
                .orElseThrow(() -> Missing.subscription(id));
    }

    /**
     * Anybody's: for a caller who shows a token.
     *
     * @throws org.springframework.web.ErrorResponseException 503
     */
    Optional<Subscription> any(String id) {
        read();
        Optional<Subscription> held = subscriptions.find(id);
        if (held.isPresent()) {
            return held;
        }
        if (!log.awaitCurrent(PATIENCE)) {
            throw SubscriptionAnswers.notRead();
        }
        return subscriptions.find(id);
    }
}
