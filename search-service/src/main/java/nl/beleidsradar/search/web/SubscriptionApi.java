package nl.beleidsradar.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.subscription.CurrentUser;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.SubscriptionRules;
import nl.beleidsradar.search.subscription.SubscriptionSettings;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the one who asks follows: to read, to try, and to change. */
@RestController
class SubscriptionApi {

    private static final int MOST_LISTED = 1_000;

    private final Subscriptions subscriptions;
    private final SubscriptionEditing editing;
    private final SubscriptionRules rules;
    private final OwnedSubscriptions owned;
    private final DocumentSearch search;
    private final CurrentUser user;
    private final int tooBroad;

    SubscriptionApi(
            Subscriptions subscriptions,
            SubscriptionEditing editing,
            SubscriptionRules rules,
            OwnedSubscriptions owned,
            DocumentSearch search,
            CurrentUser user,
            SubscriptionSettings settings) {
        this.subscriptions = subscriptions;
        this.editing = editing;
        this.rules = rules;
        this.owned = owned;
        this.search = search;
        this.user = user;
        tooBroad = settings.tooBroad();
    }

    /**
     * @param next to be given as {@code after} for what comes next; null at the end
     */
    record Listed(List<SubscriptionView> items, @Nullable String next) {}

    /**
     * @param after {@code next} of the answer before
     * @param size 1 to 1,000
     */
    @GetMapping("/api/subscriptions")
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > MOST_LISTED) {
            throw new BadRequest("size must be a whole number from 1 to " + MOST_LISTED);
        }
        Subscriptions.@Nullable Place place = after == null ? null : place(after);
        owned.read();
        List<Subscription> some = subscriptions.of(user.name(), place, size + 1);
        List<Subscription> shown = some.subList(0, Math.min(size, some.size()));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(
                        new Listed(
                                shown.stream().map(s -> SubscriptionView.of(s, null)).toList(),
                                some.size() > size ? next(shown.getLast()) : null));
    }

    private static String next(Subscription last) {
        return last.created() + "_" + last.id();
    }

    private static Subscriptions.Place place(String after) {
        int mark = after.indexOf('_');
        try {
            return new Subscriptions.Place(
                    Instant.parse(after.substring(0, Math.max(0, mark))),
                    after.substring(mark + 1));
        } catch (DateTimeException e) {
            throw new BadRequest("after must be the next of the answer before");
        }
    }

    @PostMapping("/api/subscriptions")
    ResponseEntity<Object> create(HttpServletRequest request) throws IOException {
        SubscriptionDraft draft = SubscriptionBody.of(request).draft();
        return SubscriptionAnswers.of(
                editing.create(user.name(), draft), HttpStatus.CREATED, false);
    }

    /** What it would have told; nothing is saved. */
    @PostMapping("/api/subscriptions/preview")
    ResponseEntity<Object> preview(HttpServletRequest request) throws IOException {
        SubscriptionDraft draft = SubscriptionBody.of(request).draft();
        return switch (rules.checkFollow(draft)) {
            case SubscriptionRules.Checked.Wrong(var problems) ->
                    SubscriptionAnswers.refused(problems);
            case SubscriptionRules.Checked.Right(SubscriptionDraft d) ->
                    ResponseEntity.ok(
                            SubscriptionPreview.of(
                                    search.preview(d.follow(), d.minStrength()), tooBroad));
        };
    }

    @GetMapping("/api/subscriptions/{id}")
    ResponseEntity<Object> one(@PathVariable String id) {
        return SubscriptionAnswers.saved(owned.find(id), null, HttpStatus.OK);
    }

    @PutMapping("/api/subscriptions/{id}")
    ResponseEntity<Object> change(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        @Nullable Integer match = IfMatch.version(request);
        SubscriptionBody body = SubscriptionBody.of(request);
        return SubscriptionAnswers.of(
                editing.change(
                        owned.find(id).id(), body.draft(), match == null ? body.version() : match),
                HttpStatus.OK,
                match != null);
    }

    @DeleteMapping("/api/subscriptions/{id}")
    ResponseEntity<Object> end(@PathVariable String id, HttpServletRequest request) {
        @Nullable Integer match = IfMatch.version(request);
        return SubscriptionAnswers.of(editing.end(owned.find(id).id(), match), HttpStatus.OK, true);
    }

    /** Gives a webhook a new secret; the old one signs along for 24 hours. */
    @PostMapping("/api/subscriptions/{id}/secret")
    ResponseEntity<Object> rotate(@PathVariable String id) {
        return SubscriptionAnswers.of(
                editing.rotateSecret(owned.find(id).id()), HttpStatus.OK, false);
    }
}
