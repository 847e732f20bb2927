package nl.beleidsradar.search.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.AlertPage;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import org.springframework.stereotype.Component;

/** When each of a few subscriptions was last a reason for an alert. */
@Component
final class LastAlerts {

    private final AlertSearch alerts;

    LastAlerts(AlertSearch alerts) {
        this.alerts = alerts;
    }

    /**
     * @param last by subscription id; without those that never were
     * @param complete false where Elasticsearch does not answer: then nothing is known of the rest
     */
    record Known(Map<String, Instant> last, boolean complete) {}

    Known of(String owner, List<Subscription> subscriptions) {
        Map<String, Instant> last = new HashMap<>();
        try {
            for (Subscription s : subscriptions) {
                AlertPage newest = alerts.list(AlertQuery.of(owner).subscription(s.id()).size(1));
                newest.items().forEach(a -> last.put(s.id(), a.raised().raised()));
            }
            return new Known(last, true);
        } catch (ElasticsearchUnavailable e) {
            return new Known(last, false);
        }
    }
}
