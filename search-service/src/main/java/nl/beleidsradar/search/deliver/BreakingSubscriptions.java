package nl.beleidsradar.search.deliver;

import java.time.Duration;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Marks subscriptions as broken in their log; tries for some minutes while that is busy or away.
 */
@Component
final class BreakingSubscriptions implements BrokenChannels {

    private static final Logger LOG = LoggerFactory.getLogger(BreakingSubscriptions.class);
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SubscriptionEditing editing;

    BreakingSubscriptions(SubscriptionEditing editing) {
        this.editing = editing;
    }

    @Override
    public void broken(Subscription subscription, String message) {
        for (int i = 0; i < ATTEMPTS; i++) {
            EditOutcome outcome =
                    editing.markBroken(subscription.id(), subscription.version(), message);
            if (!(outcome instanceof EditOutcome.Busy)
                    && !(outcome instanceof EditOutcome.Unavailable)) {
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.error("a subscription that cannot be delivered is still in force");
    }
}
