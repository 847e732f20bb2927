package nl.beleidsradar.search.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.service.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * An alert as Elasticsearch holds it; the mapping is {@code index/alerts.json}. What came of it may
 * arrive before it, so that all is null but its progress. Times are milliseconds since 1970.
 *
 * @param document id
 * @param immediate whether it is meant to be told at once
 * @param lateAfter from when it is late; null where its document is one of the past
 * @param late as far as is known: both parts have a say in it
 */
record IndexedAlert(
        @Nullable String id,
        @Nullable String owner,
        @Nullable List<String> subscriptions,
        @Nullable String document,
        @Nullable Long raised,
        @Nullable Boolean silent,
        @Nullable Boolean immediate,
        @Nullable List<String> echoOf,
        @Nullable Long lateAfter,
        @Nullable AlertRaised alert,
        @Nullable Boolean late,
        @Nullable Long progressAt,
        @Nullable AlertDelivered progress) {

    static final IndexedAlert NOTHING =
            new IndexedAlert(
                    null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * With the alert itself; one for the inbox is delivered by that, the first time.
     *
     * @param now when it is listed
     */
    IndexedAlert with(AlertRaised raisedAlert, Duration lateness, Instant now) {
        Recipient recipient = Recipient.parse(raisedAlert.recipient());
        boolean listing =
                progress == null && raisedAlert.sent() && recipient.kind() == Channel.Kind.INBOX;
        return new IndexedAlert(
                        raisedAlert.id(),
                        recipient.owner(),
                        raisedAlert.subscriptions(),
                        raisedAlert.document().id(),
                        raisedAlert.raised().toEpochMilli(),
                        !raisedAlert.sent(),
                        raisedAlert.frequency() == Frequency.IMMEDIATE,
                        raisedAlert.echoOf(),
                        isNews(raisedAlert)
                                ? raisedAlert.document().retrieved().plus(lateness).toEpochMilli()
                                : null,
                        raisedAlert,
                        null,
                        listing ? Long.valueOf(now.toEpochMilli()) : progressAt,
                        listing ? listed(raisedAlert, now) : progress)
                .judged();
    }

    /** With what became of it, unless something later is known. */
    IndexedAlert with(AlertDelivered came) {
        long at = came.at().toEpochMilli();
        return progressAt != null && progressAt > at ? this : with(at, came).judged();
    }

    private IndexedAlert with(long at, AlertDelivered came) {
        return new IndexedAlert(
                id,
                owner,
                subscriptions,
                document,
                raised,
                silent,
                immediate,
                echoOf,
                lateAfter,
                alert,
                late,
                at,
                came);
    }

    /** A digest waits for its hour, so that only its raising can be late. */
    private IndexedAlert judged() {
        boolean came =
                lateAfter != null
                        && ((raised != null && raised > lateAfter)
                                || (Boolean.TRUE.equals(immediate)
                                        && progressAt != null
                                        && progressAt > lateAfter
                                        && progress != null
                                        && progress.state() != AlertDelivered.State.DROPPED));
        return new IndexedAlert(
                id,
                owner,
                subscriptions,
                document,
                raised,
                silent,
                immediate,
                echoOf,
                lateAfter,
                alert,
                came,
                progressAt,
                progress);
    }

    private static AlertDelivered listed(AlertRaised alert, Instant now) {
        return new AlertDelivered(
                alert.id(),
                alert.recipient(),
                AlertDelivered.State.DELIVERED,
                null,
                1,
                null,
                null,
                now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Bytes when written, about. */
    int size() {
        return alert == null ? 0 : EventJson.write(alert).length;
    }

    /** What is found in the past is told when it is found; that is not late. */
    private static boolean isNews(AlertRaised alert) {
        return alert.sent() && (alert.cause() == Cause.NEW || alert.cause() == Cause.NEW_VERSION);
    }

    Alert toAlert() {
        return new Alert(
                Objects.requireNonNull(alert, "alert"), progress, Boolean.TRUE.equals(late));
    }
}
