package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody follows, and pausing, taking up and ending it. */
@PageController
final class SubscriptionsPageController {

    private static final String LIST = "/abonnementen";
    private static final int SIZE = 50;

    /** What may just have been done, as the address of the list says it. */
    private static final List<String> DONE =
            List.of("bewaard", "gepauzeerd", "hervat", "verwijderd");

    private final Subscriptions subscriptions;
    private final SubscriptionEditing editing;
    private final CurrentUser user;
    private final LastAlerts lastAlerts;
    private final OwnedSubscriptions owned;

    SubscriptionsPageController(
            Subscriptions subscriptions,
            SubscriptionEditing editing,
            CurrentUser user,
            LastAlerts lastAlerts,
            OwnedSubscriptions owned) {
        this.subscriptions = subscriptions;
        this.editing = editing;
        this.user = user;
        this.lastAlerts = lastAlerts;
        this.owned = owned;
    }

    @GetMapping(LIST)
    String list(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("say") Wording say,
            Model model) {
        owned.read();
        model.addAttribute("done", done(parameters, say));
        return list(page(parameters), say, model);
    }

    private String list(int page, Wording say, Model model) {
        List<Subscription> all = subscriptions.of(user.name());
        int from = Math.min((page - 1) * SIZE, all.size());
        List<Subscription> shown = all.subList(from, Math.min(from + SIZE, all.size()));
        LastAlerts.Known known = lastAlerts.of(user.name(), shown);
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(s -> SubscriptionRow.of(s, known.last().get(s.id()), say))
                        .toList());
        model.addAttribute("none", all.isEmpty());
        model.addAttribute("lastKnown", known.complete());
        model.addAttribute(
                "paging",
                Paging.of(
                        page,
                        (all.size() + SIZE - 1) / SIZE,
                        n -> Links.with(LIST, Map.of("page", "" + n))));
        return "subscriptions";
    }

    /**
     * The sentence on what was just done; null where nothing was, or it cannot be told any more.
     */
    private @Nullable String done(Map<String, String> parameters, Wording say) {
        for (String what : DONE) {
            @Nullable String id = parameters.get(what);
            if (id != null && what.equals("verwijderd")) {
                return say.text("done.verwijderd");
            }
            Optional<Subscription> s = id == null ? Optional.empty() : own(id);
            if (s.isPresent()) {
                boolean asked = what.equals("bewaard") && SubscriptionRow.unconfirmed(s.get());
                return asked
                        ? say.text("done.confirm", s.get().name(), "" + s.get().channel().to())
                        : say.text("done." + what, s.get().name());
            }
        }
        return null;
    }

    @PostMapping("/abonnementen/{id}/pauzeren")
    String pause(
            @PathVariable String id,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        return after(editing.pause(present(id).id()), "gepauzeerd", say, response, model);
    }

    @PostMapping("/abonnementen/{id}/hervatten")
    String resume(
            @PathVariable String id,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        return after(editing.resume(present(id).id()), "hervat", say, response, model);
    }

    @GetMapping("/abonnementen/{id}/verwijderen")
    String confirmRemoval(
            @PathVariable String id, @ModelAttribute("say") Wording say, Model model) {
        model.addAttribute("row", SubscriptionRow.of(present(id), null, say));
        return "subscription-remove";
    }

    @PostMapping("/abonnementen/{id}/verwijderen")
    String remove(
            @PathVariable String id,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        return after(editing.end(present(id).id(), null), "verwijderd", say, response, model);
    }

    private String after(
            EditOutcome outcome,
            String done,
            Wording say,
            HttpServletResponse response,
            Model model) {
        @Nullable EditFailure failure = EditFailure.of(outcome);
        if (failure != null) {
            response.setStatus(failure.status());
            model.addAttribute("failed", failure.key());
            return list(1, say, model);
        }
        return switch (outcome) {
            case EditOutcome.Saved(Subscription s, String _) ->
                    "redirect:" + Links.with(LIST, Map.of(done, s.id()));
            case EditOutcome.Unknown(String unknown) ->
                    throw new PageNotFound(PageNotFound.What.SUBSCRIPTION, "of that id");
            case EditOutcome _ -> "redirect:" + Links.with(LIST, Map.of(done, "1"));
        };
    }

    private Subscription present(String id) {
        return own(id).orElseThrow(
                        () -> new PageNotFound(PageNotFound.What.SUBSCRIPTION, "of that id"));
    }

    private Optional<Subscription> own(String id) {
        return owned.any(id).filter(s -> s.owner().equals(user.name()));
    }

    private static int page(Map<String, String> parameters) {
        String page = parameters.getOrDefault("page", "1");
        if (!page.matches("[1-9]\\d{0,5}")) {
            throw new BadRequest("page must be a whole number from 1");
        }
        return Integer.parseInt(page);
    }
}
