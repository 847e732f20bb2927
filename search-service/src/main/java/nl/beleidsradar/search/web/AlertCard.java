package nl.beleidsradar.search.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.Alert;
import nl.beleidsradar.search.inbox.Echoes;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.theme.TermMarks;
import org.jspecify.annotations.Nullable;

/**
 * One document in the list of alerts, with all reasons to tell of it and all that became of that.
 *
 * @param original where the source publishes it; null where it does not
 * @param raised when the first of its alerts was raised
 * @param more further new passages, told by number
 * @param silence why it was not sent, as a key; null where it was
 * @param delay time from fetching to telling; null where that was short
 * @param echoes documents that said the same again
 * @param echoesLeft those that are counted and not listed
 */
record AlertCard(
        AlertDocument document,
        String href,
        @Nullable String original,
        Instant raised,
        List<Reason> reasons,
        int more,
        List<Why> whys,
        List<AlertProgress> deliveries,
        @Nullable String silence,
        @Nullable Duration delay,
        List<Echo> echoes,
        long echoesLeft) {

    /**
     * A subject with the passages that speak of it.
     *
     * @param look which look the tag of a theme has; 0 for other subjects
     */
    record Reason(FollowWords.Part subject, int look, List<Place> places) {}

    /**
     * @param isNew whether an earlier version of the document did not have it
     */
    record Place(
            List<TermMarks.Piece> pieces, @Nullable Integer page, String href, boolean isNew) {}

    /**
     * A subscription that asked for it.
     *
     * @param href null where it has ended
     */
    record Why(String name, String what, @Nullable String href) {}

    record Echo(String title, String href, String source, @Nullable LocalDate published) {}

    /**
     * @param alerts of one version of one document, one a recipient; the first raised counts
     */
    static AlertCard of(
            List<Alert> alerts,
            Map<String, Echoes> repeated,
            Subscriptions subscriptions,
            Wording say) {
        Alert first = alerts.getLast();
        AlertRaised raised = first.raised();
        AlertDocument document = raised.document();
        List<Echoes> all =
                alerts.stream()
                        .map(a -> repeated.get(a.raised().id()))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        List<Echo> echoes =
                all.stream()
                        .flatMap(e -> e.newest().stream())
                        .map(AlertCard::echo)
                        .distinct()
                        .toList();
        // The same document repeats it for each recipient; the largest number is the true one.
        long total = all.stream().mapToLong(Echoes::total).max().orElse(0);
        return new AlertCard(
                document,
                Links.document(document.id()),
                Links.external(document.url()),
                raised.raised(),
                reasons(alerts, say),
                alerts.stream().mapToInt(a -> a.raised().more()).max().orElse(0),
                whys(alerts, subscriptions, say),
                alerts.stream()
                        .filter(a -> a.raised().sent())
                        .map(a -> AlertProgress.of(a, say))
                        .toList(),
                raised.silence() == null ? null : raised.silence().toString(),
                first.late() ? Duration.between(document.retrieved(), raised.raised()) : null,
                echoes,
                Math.max(0, total - echoes.size()));
    }

    private static List<Reason> reasons(List<Alert> alerts, Wording say) {
        Map<Subject, Map<String, Place>> places = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            String document = alert.raised().document().id();
            for (AlertRaised.Mention m : alert.raised().mentions()) {
                places.computeIfAbsent(m.subject(), s -> new LinkedHashMap<>())
                        .putIfAbsent(m.passage(), place(document, m));
            }
        }
        List<Reason> reasons = new ArrayList<>();
        places.forEach((subject, passages) ->
                reasons.add(
                        new Reason(
                                FollowWords.of(subject, say),
                                subject.kind() == Subject.Kind.THEME
                                        ? say.look(subject.value())
                                        : 0,
                                List.copyOf(passages.values()))));
        return reasons;
    }

    private static Place place(String document, AlertRaised.Mention m) {
        return new Place(
                TermMarks.in(m.passage(), m.terms()),
                m.page(),
                Links.document(document, m.page()),
                m.change() == AlertRaised.Change.NEW_VERSION);
    }

    private static List<Why> whys(List<Alert> alerts, Subscriptions subscriptions, Wording say) {
        return alerts.stream()
                .flatMap(a -> a.raised().subscriptions().stream())
                .distinct()
                .map(id -> subscriptions.find(id).map(s -> why(s, say)))
                .map(why -> why.orElseGet(() -> new Why(say.text("alerts.ended"), "", null)))
                .distinct()
                .toList();
    }

    private static Why why(Subscription s, Wording say) {
        return new Why(
                s.name(),
                FollowWords.of(s.follow(), s.minStrength(), say).line(),
                Links.subscription(s.id()));
    }

    private static Echo echo(Alert again) {
        AlertDocument document = again.raised().document();
        return new Echo(
                document.title(),
                Links.document(document.id()),
                document.source(),
                document.published());
    }

    /** Whether all of it is what a newer version of a known document added. */
    public boolean addition() {
        return !reasons.isEmpty()
                && reasons.stream().flatMap(r -> r.places().stream()).allMatch(Place::isNew);
    }

    public long echoesTotal() {
        return echoes.size() + echoesLeft;
    }
}
