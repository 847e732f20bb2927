package nl.beleidsradar.search.web;

import java.util.List;
import nl.beleidsradar.search.inbox.AlertPage;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told: every alert of theirs, the newest first. */
@RestController
class AlertApi {

    private final AlertSearch alerts;
    private final CurrentUser user;

    AlertApi(AlertSearch alerts, CurrentUser user) {
        this.alerts = alerts;
        this.user = user;
    }

    /**
     * @param next for {@code after}; null on the last page
     */
    record Listed(List<AlertView> items, @Nullable String next) {}

    @GetMapping("/api/alerts")
    Listed alerts(
            @RequestParam(required = false) @Nullable String subscription,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable String silent,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String size) {
        AlertPage page =
                alerts.list(
                        AlertQuery.of(user.name())
                                .subscription(given(subscription))
                                .document(given(document))
                                .withSilent(flag("silent", silent))
                                .onlyLate(flag("late", late))
                                .after(given(after))
                                .size(number(size)));
        return new Listed(page.items().stream().map(AlertView::of).toList(), page.next());
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean flag(String name, @Nullable String value) {
        @Nullable String given = given(value);
        if (given == null || given.equals("false")) {
            return false;
        }
        if (given.equals("true")) {
            return true;
        }
        throw new BadRequest(name + " must be true or false");
    }

    private static int number(@Nullable String value) {
        @Nullable String given = given(value);
        if (given == null) {
            return AlertQuery.DEFAULT_SIZE;
        }
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new BadRequest("size must be a whole number from 1 to " + AlertQuery.MAX_SIZE);
        }
    }
}
