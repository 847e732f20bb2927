package nl.beleidsradar.search.web;

import java.time.Instant;
import java.util.Objects;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.search.inbox.Alert;
import org.jspecify.annotations.Nullable;

/**
 * How far an alert came on one channel, in a reader's words.
 *
 * @param state as {@link AlertDelivered} names it; {@code listed} for the inbox
 * @param detail what the receiver answered; null where there is nothing to explain
 */
record AlertProgress(String state, String text, @Nullable String detail) {

    static AlertProgress of(Alert alert, Wording say) {
        Recipient recipient = Recipient.parse(alert.raised().recipient());
        if (recipient.kind() == Channel.Kind.INBOX) {
            return new AlertProgress("listed", say.text("delivery.listed"), null);
        }
        String address = Objects.requireNonNullElse(recipient.address(), "");
        String where = say.text("told." + recipient.kind(), address);
        @Nullable AlertDelivered progress = alert.progress();
        if (progress == null) {
            Frequency often = alert.raised().frequency();
            return new AlertProgress(
                    "waiting",
                    often == Frequency.IMMEDIATE || recipient.kind() == Channel.Kind.WEBHOOK
                            ? say.text("delivery.soon", where)
                            : say.text("delivery." + often, where),
                    null);
        }
        return switch (progress.state()) {
            case DELIVERED ->
                    new AlertProgress(
                            "delivered",
                            say.text("delivery.delivered", where, say.moment(progress.at())),
                            null);
            case WAITING ->
                    new AlertProgress("waiting", waiting(where, progress, say), progress.detail());
            case FAILED ->
                    new AlertProgress(
                            "failed", say.text("delivery.failed", where), progress.detail());
            case DROPPED ->
                    new AlertProgress(
                            "dropped", say.text("delivery.dropped", where), progress.detail());
        };
    }

    private static String waiting(String where, AlertDelivered progress, Wording say) {
        @Nullable Instant next = progress.next();
        return next == null
                ? say.text("delivery.soon", where)
                : say.text("delivery.again", where, say.moment(next));
    }
}
