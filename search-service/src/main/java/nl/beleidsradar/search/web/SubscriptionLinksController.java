package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The links in a mail: to end or pause a subscription, or to agree to its mail, for whoever holds
 * its token and without anything else. Looking changes nothing, since mail scanners follow links;
 * posting does, also by a mail program itself (RFC 8058).
 */
@PageController
final class SubscriptionLinksController {

    private static final String TRY_AGAIN_SECONDS = "5";
    private static final int MOST_ENDED = 20;

    /** Named after the first part of the address. */
    private enum Action {
        AFMELDEN,
        PAUZEREN,
        BEVESTIGEN;

        static Action of(String path) {
            return valueOf(path.toUpperCase(Locale.ROOT));
        }
    }

    private final OwnedSubscriptions subscriptions;
    private final SubscriptionEditing editing;

    SubscriptionLinksController(OwnedSubscriptions subscriptions, SubscriptionEditing editing) {
        this.subscriptions = subscriptions;
        this.editing = editing;
    }

    @GetMapping("/{action:afmelden|pauzeren|bevestigen}/{id}")
    String ask(
            @PathVariable String action,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false, defaultValue = "") List<String> ook,
            HttpServletResponse response,
            Model model) {
        Subscription s = entitled(action, id, token);
        model.addAttribute("token", token);
        model.addAttribute("also", alsoEnded(action, ook));
        model.addAttribute("with", ook);
        return page(action, s, isDone(action, s), false, response, model);
    }

    @PostMapping("/{action:afmelden|pauzeren|bevestigen}/{id}")
    String act(
            @PathVariable String action,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false, defaultValue = "") List<String> ook,
            HttpServletResponse response,
            Model model) {
        Subscription s = entitled(action, id, token);
        List<Subscription> also = alsoEnded(action, ook);
        EditOutcome outcome =
                switch (Action.of(action)) {
                    case AFMELDEN -> end(s, also);
                    case PAUZEREN -> editing.pause(id);
                    case BEVESTIGEN -> editing.confirmAddress(s.owner(), address(s));
                };
        model.addAttribute("token", token);
        model.addAttribute("also", also);
        model.addAttribute("with", ook);
        return switch (outcome) {
            case EditOutcome.Saved _, EditOutcome.Ended _ ->
                    page(action, s, true, false, response, model);
            case EditOutcome.Busy _, EditOutcome.Unavailable _ ->
                    page(action, s, false, true, response, model);
            case EditOutcome.Unknown _,
                    EditOutcome.Refused _,
                    EditOutcome.Full _,
                    EditOutcome.Overtaken _ ->
                    throw new PageNotFound(PageNotFound.What.SUBSCRIPTION, "");
        };
    }

    /** The others of the mail first: while they cannot be ended, the link itself still works. */
    private EditOutcome end(Subscription subscription, List<Subscription> also) {
        for (Subscription other : also) {
            EditOutcome outcome = editing.end(other.id(), null);
            if (outcome instanceof EditOutcome.Busy || outcome instanceof EditOutcome.Unavailable) {
                return outcome;
            }
        }
        return editing.end(subscription.id(), null);
    }

    /**
     * Further subscriptions of the same mail, each as id and token; what ended before is left out.
     */
    private List<Subscription> alsoEnded(String action, List<String> ook) {
        if (Action.of(action) != Action.AFMELDEN) {
            return List.of();
        }
        return ook.stream()
                .limit(MOST_ENDED)
                .map(one -> one.split("\\.", 2))
                .filter(one -> one.length == 2)
                .flatMap(one ->
                        subscriptions
                                .any(one[0])
                                .filter(s -> Tokens.isEqual(one[1], s.token()))
                                .stream())
                .toList();
    }

    /** The same answer for a wrong id and a wrong token, so that neither can be guessed at. */
    private Subscription entitled(String action, String id, String token) {
        return subscriptions
                .any(id)
                .filter(s -> Tokens.isEqual(token, s.token()))
                .filter(s ->
                        Action.of(action) != Action.BEVESTIGEN
                                || s.channel().kind() == Channel.Kind.MAIL)
                .orElseThrow(() -> new PageNotFound(PageNotFound.What.SUBSCRIPTION, ""));
    }

    private static String address(Subscription s) {
        @Nullable String to = s.channel().to();
        return to == null ? "" : to;
    }

    private static boolean isDone(String action, Subscription s) {
        return switch (Action.of(action)) {
            case AFMELDEN -> false;
            case PAUZEREN -> s.state() == Subscription.State.PAUSED;
            case BEVESTIGEN -> s.channel().confirmed() != null;
        };
    }

    private static String page(
            String action,
            Subscription s,
            boolean done,
            boolean failed,
            HttpServletResponse response,
            Model model) {
        // The token is in the address: neither caches nor other sites are to know it.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (failed) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        }
        model.addAttribute("action", action);
        model.addAttribute("name", s.name());
        model.addAttribute("address", address(s));
        model.addAttribute("done", done);
        model.addAttribute("failed", failed);
        return "subscription-link";
    }
}
