package nl.beleidsradar.search.deliver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.contract.alert.AlertRaised;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook's message: the alert in the shape that the API gives it, always the same
 * bytes for the same alert.
 */
record WebhookMessage(String type, Instant timestamp, Alert data) {

    record Alert(
            String id,
            String recipient,
            List<String> subscriptions,
            Document document,
            List<AlertRaised.Mention> mentions,
            @Nullable Integer more,
            Instant raised) {}

    record Document(
            String id,
            String title,
            @Nullable String url,
            @Nullable LocalDate published,
            String source) {}

    static WebhookMessage of(AlertRaised a) {
        var d = a.document();
        return new WebhookMessage(
                "mention.new",
                a.raised(),
                new Alert(
                        a.id(),
                        a.recipient(),
                        a.subscriptions(),
                        new Document(d.id(), d.title(), d.url(), d.published(), d.source()),
                        a.mentions(),
                        a.more() == 0 ? null : a.more(),
                        a.raised()));
    }
}
