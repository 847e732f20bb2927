package nl.beleidsradar.search.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * An alert as Elasticsearch holds it; the mapping is {@code index/alerts.json}. What came of it may
 * arrive before it, so that all is null but its progress. Times are milliseconds since 1970.
 *
 * @param document id
 * @param immediate whether it is meant to be told at once
 * @param lateAfter from when it is late; null where its document is one of the past
 * @param late as far as is known; kept by Elasticsearch, as both parts have a say in it
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

    static IndexedAlert of(AlertRaised alert, Duration late) {
        return new IndexedAlert(
                alert.id(),
                Recipient.parse(alert.recipient()).owner(),
                alert.subscriptions(),
                alert.document().id(),
                alert.raised().toEpochMilli(),
                !alert.sent(),
                alert.frequency() == Frequency.IMMEDIATE,
                alert.echoOf(),
                isNews(alert) ? alert.document().retrieved().plus(late).toEpochMilli() : null,
                alert,
                null,
                null,
                null);
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
