package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.inbox.Alert;
import nl.beleidsradar.search.inbox.AlertPage;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.inbox.Echoes;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody was told, the newest first, and why. */
@PageController
final class AlertsPageController {

    private static final String PAGE = "/meldingen";
    private static final String YES = "1";
    private static final int UNAVAILABLE = 503;

    /** Subscriptions to choose from; with more, the list of them leads to their alerts. */
    private static final int MOST_CHOICES = 200;

    private final AlertSearch alerts;
    private final Subscriptions subscriptions;
    private final CurrentUser user;

    AlertsPageController(AlertSearch alerts, Subscriptions subscriptions, CurrentUser user) {
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.user = user;
    }

    /** The documents of one day. */
    record Day(LocalDate date, String label, List<AlertCard> cards) {}

    /**
     * @param abonnement id of the one subscription whose alerts are wanted
     * @param stil {@code 1}: also what was found and not sent
     * @param laat {@code 1}: only what came late
     * @param na where the page before ended
     */
    @GetMapping(PAGE)
    String alerts(
            @RequestParam(defaultValue = "") String abonnement,
            @RequestParam(defaultValue = "") String stil,
            @RequestParam(defaultValue = "") String laat,
            @RequestParam(defaultValue = "") String na,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        boolean silent = stil.equals(YES);
        boolean late = laat.equals(YES);
        AlertQuery query =
                AlertQuery.of(user.name())
                        .subscription(abonnement.isBlank() ? null : abonnement)
                        .withSilent(silent)
                        .onlyLate(late)
                        .after(na.isBlank() ? null : na);
        Map<String, String> kept = new LinkedHashMap<>();
        put(kept, "abonnement", abonnement);
        put(kept, "stil", silent ? YES : "");
        put(kept, "laat", late ? YES : "");
        model.addAttribute("silent", silent);
        model.addAttribute("late", late);
        model.addAttribute("older", !na.isBlank());
        model.addAttribute("first", Links.with(PAGE, kept));
        subscriptions(abonnement, model);
        try {
            AlertPage found = alerts.list(query);
            model.addAttribute("total", found.total());
            model.addAttribute("days", days(found, say));
            model.addAttribute("next", next(kept, found.next()));
        } catch (ElasticsearchUnavailable e) {
            response.setStatus(UNAVAILABLE);
            model.addAttribute("unavailable", true);
        }
        return "alerts";
    }

    private void subscriptions(String chosen, Model model) {
        List<Subscription> all = subscriptions.of(user.name());
        Optional<Subscription> only = all.stream().filter(s -> s.id().equals(chosen)).findFirst();
        List<Subscription> choices = new ArrayList<>(all.stream().limit(MOST_CHOICES).toList());
        only.filter(s -> !choices.contains(s)).ifPresent(choices::add);
        model.addAttribute("choices", choices);
        model.addAttribute("following", !all.isEmpty());
        model.addAttribute("chosen", chosen);
        model.addAttribute("only", only.orElse(null));
        only.ifPresent(s -> model.addAttribute("feed", Links.subscriptionFeed(s.id())));
    }

    private List<Day> days(AlertPage found, Wording say) {
        Map<String, Echoes> echoes =
                alerts.echoes(found.items().stream().map(a -> a.raised().id()).toList());
        // Two channels tell of the same version apart; a reader sees one document.
        Map<List<Object>, List<Alert>> together = new LinkedHashMap<>();
        for (Alert alert : found.items()) {
            var raised = alert.raised();
            List<Object> same =
                    List.of(
                            say.dutchDay(raised.raised()),
                            raised.document().id(),
                            raised.document().retrieved(),
                            "" + raised.silence());
            together.computeIfAbsent(same, s -> new ArrayList<>()).add(alert);
        }
        Map<LocalDate, List<AlertCard>> days = new LinkedHashMap<>();
        together.values()
                .forEach(all -> {
                    AlertCard card = AlertCard.of(all, echoes, subscriptions, say);
                    days.computeIfAbsent(say.dutchDay(card.raised()), d -> new ArrayList<>())
                            .add(card);
                });
        return days.entrySet().stream()
                .map(d -> new Day(d.getKey(), say.nearDay(d.getKey()), d.getValue()))
                .toList();
    }

    private static @Nullable String next(Map<String, String> kept, @Nullable String after) {
        if (after == null) {
            return null;
        }
        Map<String, String> further = new LinkedHashMap<>(kept);
        further.put("na", after);
        return Links.with(PAGE, further);
    }

    private static void put(Map<String, String> kept, String name, String value) {
        if (!value.isBlank()) {
            kept.put(name, value);
        }
    }
}
