package nl.beleidsradar.search.proof;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.Alert;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.springframework.stereotype.Component;

/** Probes are followed by a subscription as anybody's, to an inbox that nobody opens. */
@Component
class InboxPerch implements Canary.Perch {

    private final Subscriptions subscriptions;
    private final SubscriptionLog log;
    private final SubscriptionEditing editing;
    private final AlertSearch inbox;

    InboxPerch(
            Subscriptions subscriptions,
            SubscriptionLog log,
            SubscriptionEditing editing,
            AlertSearch inbox) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.editing = editing;
        this.inbox = inbox;
    }

    @Override
    public Optional<String> follow() {
        if (!log.isRead()) {
            return Optional.of("the subscriptions cannot be read");
        }
        Optional<Subscription> present =
                subscriptions.of(Canary.OWNER).stream()
                        .filter(s -> Canary.QUERY.equals(s.follow().query()))
                        .findFirst();
        if (present.isEmpty()) {
            return problem(editing.create(Canary.OWNER, draft()));
        }
        return present.get().state() == Subscription.State.ACTIVE
                ? Optional.empty()
                : problem(editing.resume(present.get().id()));
    }

    private static SubscriptionDraft draft() {
        return new SubscriptionDraft(
                "Proefdocumenten",
                new Follow(null, Canary.QUERY, null, null, Events.PROBE_SOURCE, null),
                null,
                Channel.Kind.INBOX,
                null,
                Frequency.IMMEDIATE,
                false,
                null);
    }

    private static Optional<String> problem(EditOutcome outcome) {
        return outcome instanceof EditOutcome.Saved
                ? Optional.empty()
                : Optional.of("the probes cannot be followed: " + outcome);
    }

    @Override
    public Optional<Instant> toldOf(String documentId) {
        try {
            return inbox.list(AlertQuery.of(Canary.OWNER).document(documentId)).items().stream()
                    .map(Alert::delivered)
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (ElasticsearchUnavailable e) {
            return Optional.empty();
        }
    }
}
