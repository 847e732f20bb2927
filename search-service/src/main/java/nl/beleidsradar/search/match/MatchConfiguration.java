package nl.beleidsradar.search.match;

import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of this package, and who takes broken subscriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchSettings.class)
class MatchConfiguration {

    @Bean
    BrokenSubscriptions brokenSubscriptions(SubscriptionEditing editing) {
        return (id, version, message) -> {
            EditOutcome outcome = editing.markBroken(id, version, message);
            if (outcome instanceof EditOutcome.Busy || outcome instanceof EditOutcome.Unavailable) {
                throw new IllegalStateException(outcome.toString());
            }
        };
    }
}
