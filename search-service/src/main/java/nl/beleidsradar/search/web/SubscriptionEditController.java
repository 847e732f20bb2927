package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.index.ElasticsearchUnavailable;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.SubscriptionRules;
import nl.beleidsradar.search.subscription.SubscriptionSettings;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form on which somebody begins to follow something, or changes that: they see what it would
 * have brought, then save. What was typed is kept whatever happens.
 */
@PageController
final class SubscriptionEditController {

    private static final String NEW = "/abonnementen/nieuw";
    private static final String SAVE = "opslaan";
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final OwnedSubscriptions subscriptions;
    private final SubscriptionEditing editing;
    private final SubscriptionRules rules;
    private final DocumentSearch search;
    private final FilterValues filters;
    private final CurrentUser user;
    private final String ownAddress;
    private final int tooBroad;

    SubscriptionEditController(
            OwnedSubscriptions subscriptions,
            SubscriptionEditing editing,
            SubscriptionRules rules,
            DocumentSearch search,
            FilterValues filters,
            CurrentUser user,
            SubscriptionSettings settings) {
        this.subscriptions = subscriptions;
        this.editing = editing;
        this.rules = rules;
        this.search = search;
        this.filters = filters;
        this.user = user;
        this.ownAddress = settings.ownAddress();
        this.tooBroad = settings.tooBroad();
    }

    /**
     * @param given what to fill in beforehand, named as in the address of a search
     */
    @GetMapping(NEW)
    String create(@RequestParam Map<String, String> given, Model model) {
        return page(SubscriptionForm.of(TypedSubscription.of(given)), model);
    }

    @GetMapping("/abonnementen/{id}")
    String edit(@PathVariable String id, Model model) {
        return page(SubscriptionForm.of(own(id)), model);
    }

    /**
     * @param given the fields; {@code actie=opslaan} saves, all else shows what it would bring;
     *     {@code versie} is the version that was shown when the typing began
     */
    @PostMapping(NEW)
    String submitNew(
            @RequestParam Map<String, String> given,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        SubscriptionForm typed = SubscriptionForm.of(TypedSubscription.of(given));
        if (!SAVE.equals(given.get("actie"))) {
            return answer(preview(typed, say), response, model);
        }
        EditOutcome outcome = editing.create(user.name(), typed.typed().draft());
        return saved(outcome, typed, say, response, model);
    }

    @PostMapping("/abonnementen/{id}")
    String submit(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        Subscription present = own(id);
        SubscriptionForm typed =
                SubscriptionForm.of(present)
                        .typed(version(given.getOrDefault("versie", "")), given);
        if (!SAVE.equals(given.get("actie"))) {
            return answer(preview(typed, say), response, model);
        }
        EditOutcome outcome = editing.change(present.id(), typed.typed().draft(), typed.version());
        return saved(outcome, typed, say, response, model);
    }

    /** Gives a webhook a new secret and shows it. */
    @PostMapping("/abonnementen/{id}/sleutel")
    String rotate(
            @PathVariable String id,
            @ModelAttribute("say") Wording say,
            HttpServletResponse response,
            Model model) {
        Subscription present = own(id);
        EditOutcome outcome = editing.rotateSecret(present.id());
        if (outcome instanceof EditOutcome.Saved(Subscription s, String secret) && secret != null) {
            return secret(s, secret, true, say, response, model);
        }
        return saved(outcome, SubscriptionForm.of(present), say, response, model);
    }

    private SubscriptionForm preview(SubscriptionForm typed, Wording say) {
        return switch (rules.checkFollow(typed.typed().draft())) {
            case SubscriptionRules.Checked.Wrong(List<EditOutcome.Problem> problems) ->
                    typed.wrong(problems, say);
            case SubscriptionRules.Checked.Right(SubscriptionDraft wanted) -> {
                try {
                    var found = search.preview(wanted.follow(), wanted.minStrength());
                    yield typed.seen(PreviewOfFollow.of(found, tooBroad, say));
                } catch (ElasticsearchUnavailable e) {
                    yield typed.because(UNAVAILABLE, "subscription.noPreview");
                }
            }
        };
    }

    private String saved(
            EditOutcome outcome,
            SubscriptionForm typed,
            Wording say,
            HttpServletResponse response,
            Model model) {
        @Nullable EditFailure failure = EditFailure.of(outcome);
        if (failure != null) {
            return answer(typed.because(failure.status(), failure.key()), response, model);
        }
        return switch (outcome) {
            case EditOutcome.Saved(Subscription s, @Nullable String secret) -> {
                if (secret == null) {
                    yield "redirect:" + Links.with("/abonnementen", Map.of("bewaard", s.id()));
                }
                response.setStatus(CREATED);
                yield secret(s, secret, false, say, response, model);
            }
            case EditOutcome.Refused(List<EditOutcome.Problem> problems) ->
                    answer(typed.wrong(problems, say), response, model);
            case EditOutcome _ ->
                    throw new PageNotFound(PageNotFound.What.SUBSCRIPTION, "of that id");
        };
    }

    private static String secret(
            Subscription s,
            String secret,
            boolean rotated,
            Wording say,
            HttpServletResponse response,
            Model model) {
        // Shown this once: no cache is to show it again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("row", SubscriptionRow.of(s, null, say));
        model.addAttribute("secret", secret);
        model.addAttribute("rotated", rotated);
        return "subscription-secret";
    }

    private String answer(SubscriptionForm form, HttpServletResponse response, Model model) {
        response.setStatus(form.status());
        return page(form, model);
    }

    private String page(SubscriptionForm form, Model model) {
        @Nullable String id = form.id();
        model.addAttribute("form", form);
        model.addAttribute("action", id == null ? NEW : Links.subscription(id));
        model.addAttribute("ownAddress", ownAddress);
        model.addAttribute(
                "frequencies", Arrays.stream(Frequency.values()).map(Frequency::toString).toList());
        filters.addTo(model, form.typed());
        if (id != null) {
            Subscription present = own(id);
            model.addAttribute("heading", present.name());
            model.addAttribute("webhook", present.channel().kind() == Channel.Kind.WEBHOOK);
            model.addAttribute("feed", Links.subscriptionFeed(id));
        }
        return "subscription-form";
    }

    private Subscription own(String id) {
        return subscriptions
                .any(id)
                .filter(s -> s.owner().equals(user.name()))
                .orElseThrow(() -> new PageNotFound(PageNotFound.What.SUBSCRIPTION, "of that id"));
    }

    private static int version(String versie) {
        if (!versie.matches("\\d{1,9}")) {
            throw new BadRequest("versie must be a whole number");
        }
        return Integer.parseInt(versie);
    }
}
