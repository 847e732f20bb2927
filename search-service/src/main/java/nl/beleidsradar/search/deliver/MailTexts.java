package nl.beleidsradar.search.deliver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.AlertRaised.Change;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.search.theme.TermMarks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes mails: what they say of alerts, from the point of view of those who follow something. */
@Component
final class MailTexts {

    private static final int SUBJECTS_IN_A_LINE = 2;

    private final MailWording say;
    private final MailLinks links;
    private final MailTemplates templates;
    private final IngestReports reports;

    MailTexts(MailWording say, MailLinks links, MailTemplates templates, IngestReports reports) {
        this.say = say;
        this.links = links;
        this.templates = templates;
        this.reports = reports;
    }

    /**
     * @param live the subscriptions that it is sent for; others of the alerts are not named
     */
    MailMessage.Content alerts(Letter letter, List<Subscription> live) {
        Map<String, String> names =
                live.stream().collect(Collectors.toMap(Subscription::id, Subscription::name));
        List<MailView.Document> documents =
                letter.alerts().stream().map(alert -> document(alert, names)).toList();
        Head head = head(letter);
        boolean digest = letter.alerts().getFirst().frequency() != Frequency.IMMEDIATE;
        MailView view =
                new MailView(
                        head.subject(),
                        head.heading(),
                        head.lead(),
                        documents,
                        letter.more(),
                        live.stream().map(this::follow).toList(),
                        digest ? archive() : null,
                        links.alerts(),
                        links.subscriptions());
        return templates.write("alerts", head.subject(), Map.of("mail", view));
    }

    MailMessage.Content confirmation(Subscription subscription) {
        return templates.write(
                "confirmation",
                say.text("confirmation.subject"),
                Map.of(
                        "name", subscription.name(),
                        "follows", say.follow(subscription.follow()),
                        "link", links.confirm(subscription)));
    }

    private record Head(String subject, String heading, String lead) {}

    private Head head(Letter letter) {
        AlertRaised first = letter.alerts().getFirst();
        AlertRaised last = letter.alerts().getLast();
        int all = letter.alerts().size() + letter.more();
        return switch (first.frequency()) {
            case IMMEDIATE -> all == 1 ? one(first) : bundle(letter, all);
            case DAILY -> digest("daily", all, say.day(last.raised()));
            case WEEKLY -> digest("weekly", all, say.day(last.raised()));
        };
    }

    private Head one(AlertRaised alert) {
        String about = subjects(List.of(alert));
        String kind = isNewVersion(alert) ? "version" : "document";
        return new Head(
                say.text(kind + ".subject", about, alert.document().title()),
                say.text(kind + ".heading", about),
                say.text(kind + ".lead"));
    }

    private Head bundle(Letter letter, int all) {
        String about = subjects(letter.alerts());
        return new Head(
                say.text("bundle.subject", all, about),
                say.text("bundle.heading", all, about),
                say.text("bundle.lead"));
    }

    private Head digest(String kind, int all, String day) {
        return new Head(
                say.text(kind + ".subject", all, day),
                say.text(kind + ".heading", day),
                say.text(kind + ".lead", all));
    }

    private static boolean isNewVersion(AlertRaised alert) {
        return !alert.mentions().isEmpty()
                && alert.mentions().stream().allMatch(m -> m.change() == Change.NEW_VERSION);
    }

    /** The first few of what it is about: {@code Cyber, klimaat en meer}. */
    private String subjects(List<AlertRaised> alerts) {
        Set<Subject> all = new LinkedHashSet<>();
        alerts.forEach(a -> a.mentions().forEach(m -> all.add(m.subject())));
        String some =
                all.stream()
                        .limit(SUBJECTS_IN_A_LINE)
                        .map(say::shortly)
                        .collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            return say.text("subject.unnamed");
        }
        return all.size() > SUBJECTS_IN_A_LINE ? say.text("subject.more", some) : some;
    }

    private MailView.Document document(AlertRaised alert, Map<String, String> names) {
        var document = alert.document();
        Map<Subject, List<AlertRaised.Mention>> bySubject = new LinkedHashMap<>();
        for (AlertRaised.Mention mention : alert.mentions()) {
            if (!Collections.disjoint(mention.subscriptions(), names.keySet())) {
                bySubject.computeIfAbsent(mention.subject(), _ -> new ArrayList<>()).add(mention);
            }
        }
        List<MailView.Reason> reasons = new ArrayList<>();
        bySubject.forEach((subject, mentions) -> reasons.add(reason(subject, mentions, names)));
        return new MailView.Document(
                document.title().isBlank() ? document.id() : document.title(),
                say.facts(document),
                links.document(document.id()),
                webAddress(document.url()),
                reasons,
                alert.more());
    }

    /** Only what a mail may lead to. */
    private static @Nullable String webAddress(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }

    private MailView.Reason reason(
            Subject subject, List<AlertRaised.Mention> mentions, Map<String, String> names) {
        String followers =
                mentions.stream()
                        .flatMap(m -> m.subscriptions().stream())
                        .distinct()
                        .filter(names::containsKey)
                        .map(id -> "‘" + names.get(id) + "’")
                        .collect(Collectors.joining(", "));
        List<MailView.Passage> passages =
                mentions.stream()
                        .map(m ->
                                new MailView.Passage(
                                        TermMarks.in(m.passage(), m.terms()),
                                        m.page(),
                                        m.change() == Change.NEW_VERSION))
                        .toList();
        return new MailView.Reason(say.subject(subject), followers, passages);
    }

    private MailView.Follow follow(Subscription subscription) {
        return new MailView.Follow(
                subscription.name(),
                say.follow(subscription.follow()),
                say.name("frequency.", subscription.frequency().toString()),
                links.pause(subscription),
                links.end(subscription));
    }

    private MailView.Archive archive() {
        List<MailView.Source> sources =
                reports.sources().map(IngestReports.Sources::items).orElse(List.of()).stream()
                        .map(this::source)
                        .toList();
        return new MailView.Archive(sources, links.sources());
    }

    private MailView.Source source(IngestReports.Source source) {
        var lastPoll = source.lastPoll();
        return new MailView.Source(
                say.name("source.", source.id()),
                source.state() == null ? "" : say.name("state.", source.state()),
                source.missingCount() == 0 && source.failed() == 0,
                source.held(),
                source.listed(),
                source.failed(),
                source.missingCount(),
                lastPoll == null ? null : say.moment(lastPoll));
    }
}
