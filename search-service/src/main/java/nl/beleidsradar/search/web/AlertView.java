package nl.beleidsradar.search.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.search.inbox.Alert;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API gives it.
 *
 * @param more further new mentions, told by number
 * @param silence why it is listed but was not sent; null for one that was
 * @param delivered when the receiver accepted it; null while it has not
 * @param state how far delivery came; null while nothing is known
 * @param detail why it was not accepted, or not sent
 */
record AlertView(
        String id,
        String recipient,
        List<String> subscriptions,
        Document document,
        List<AlertRaised.Mention> mentions,
        int more,
        Frequency frequency,
        AlertRaised.@Nullable Silence silence,
        @Nullable List<String> echoOf,
        boolean late,
        Instant raised,
        @Nullable Instant delivered,
        AlertDelivered.@Nullable State state,
        @Nullable String detail) {

    record Document(
            String id,
            String title,
            @Nullable String url,
            @Nullable LocalDate published,
            String source,
            String type) {

        static Document of(AlertDocument d) {
            return new Document(d.id(), d.title(), d.url(), d.published(), d.source(), d.type());
        }
    }

    static AlertView of(Alert alert) {
        AlertRaised raised = alert.raised();
        @Nullable AlertDelivered progress = alert.progress();
        return new AlertView(
                raised.id(),
                raised.recipient(),
                raised.subscriptions(),
                Document.of(raised.document()),
                raised.mentions(),
                raised.more(),
                raised.frequency(),
                raised.silence(),
                raised.echoOf().isEmpty() ? null : raised.echoOf(),
                alert.late(),
                raised.raised(),
                alert.delivered(),
                progress == null ? null : progress.state(),
                progress == null ? null : progress.detail());
    }
}
