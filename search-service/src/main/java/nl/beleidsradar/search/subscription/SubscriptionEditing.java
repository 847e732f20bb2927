package nl.beleidsradar.search.subscription;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.contract.alert.Subscription.State;
import nl.beleidsradar.search.subscription.SubscriptionLog.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Changes subscriptions: each change is decided on knowing all that was saved before, and is in
 * force everywhere once it is answered. Whether the caller may change a subscription is for the
 * caller to find out.
 */
@Component
public final class SubscriptionEditing {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionEditing.class);

    private final Subscriptions subscriptions;
    private final SubscriptionRules rules;
    private final SubscriptionLog log;
    private final int perOwner;
    private final SubscriptionVersions versions;

    SubscriptionEditing(
            Subscriptions subscriptions,
            SubscriptionRules rules,
            SubscriptionLog log,
            SubscriptionSettings settings) {
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.log = log;
        perOwner = settings.perOwner();
        versions = new SubscriptionVersions(subscriptions, rules, Clock.systemUTC());
    }

    /** Makes a subscription. */
    public EditOutcome create(String owner, SubscriptionDraft draft) {
        return switch (rules.check(draft)) {
            case SubscriptionRules.Checked.Wrong(var problems) -> new EditOutcome.Refused(problems);
            case SubscriptionRules.Checked.Right(SubscriptionDraft wanted) -> {
                String id = Tokens.token();
                yield write(
                        "made",
                        () ->
                                subscriptions.count(owner) >= perOwner
                                        ? Decision.not(new EditOutcome.Full(perOwner))
                                        : save(versions.first(id, owner, wanted), null));
            }
        };
    }

    /**
     * Replaces all that its owner may choose.
     *
     * @param expected version that must be in force; null for any
     */
    public EditOutcome change(String id, SubscriptionDraft draft, @Nullable Integer expected) {
        return switch (rules.check(draft)) {
            case SubscriptionRules.Checked.Wrong(var problems) -> new EditOutcome.Refused(problems);
            case SubscriptionRules.Checked.Right(SubscriptionDraft wanted) ->
                    write(
                            "changed",
                            () ->
                                    onPresent(
                                            id,
                                            expected,
                                            s -> save(versions.changed(s, wanted), s)));
        };
    }

    /** Stops it for a time; a broken one stays broken. */
    public EditOutcome pause(String id) {
        return write(
                "paused",
                () ->
                        onPresent(
                                id,
                                null,
                                s ->
                                        save(
                                                s.state() == State.ACTIVE
                                                        ? versions.in(s, State.PAUSED, null)
                                                        : s,
                                                s)));
    }

    /** Takes it up again, also where it was broken. */
    public EditOutcome resume(String id) {
        return write(
                "resumed",
                () ->
                        onPresent(
                                id,
                                null,
                                s ->
                                        save(
                                                s.state() == State.ACTIVE
                                                        ? s
                                                        : versions.in(s, State.ACTIVE, null),
                                                s)));
    }

    /**
     * Ends it for good.
     *
     * @param expected version that must be in force; null for any
     */
    public EditOutcome end(String id, @Nullable Integer expected) {
        return write(
                "ended",
                () ->
                        onPresent(
                                id,
                                expected,
                                _ ->
                                        new Decision(
                                                List.of(new Change(id, null)),
                                                new EditOutcome.Ended(id))));
    }

    /**
     * Takes it out of force because it cannot be matched or delivered; only if it has not been
     * changed since that was found out.
     *
     * @param message to its owner
     */
    public EditOutcome markBroken(String id, int version, String message) {
        return write(
                "broken",
                () -> onPresent(id, version, s -> save(versions.in(s, State.BROKEN, message), s)));
    }

    /**
     * The holder of a mail address agrees to get the mail of its owner's subscriptions.
     *
     * @return of several, the one saved last; {@code Unknown} where no subscription has the address
     */
    public EditOutcome confirmAddress(String owner, String address) {
        var recipient = new Recipient(owner, Channel.Kind.MAIL, address);
        return write(
                "confirmed",
                () -> {
                    List<Subscription> all = subscriptions.of(recipient);
                    if (all.isEmpty()) {
                        return Decision.not(new EditOutcome.Unknown(address));
                    }
                    List<Change> changes = new ArrayList<>();
                    Subscription last = all.getLast();
                    for (Subscription s : all) {
                        if (s.channel().confirmed() == null) {
                            last = versions.confirmed(s);
                            changes.add(new Change(s.id(), last));
                        }
                    }
                    return new Decision(changes, new EditOutcome.Saved(last, null));
                });
    }

    /** Gives a webhook a new secret; the old one signs along for 24 hours. */
    public EditOutcome rotateSecret(String id) {
        return write(
                "got a new secret",
                () ->
                        onPresent(
                                id,
                                null,
                                s ->
                                        s.channel().kind() == Channel.Kind.WEBHOOK
                                                ? save(versions.rotated(s), s)
                                                : Decision.not(
                                                        new EditOutcome.Refused(
                                                                List.of(
                                                                        new EditOutcome.Problem(
                                                                                "channel.kind",
                                                                                "must be webhook: nothing else has"
                                                                                        + " a secret"))))));
    }

    private record Decision(List<Change> changes, EditOutcome outcome) {

        static Decision not(EditOutcome outcome) {
            return new Decision(List.of(), outcome);
        }
    }

    private EditOutcome write(String what, Supplier<Decision> decide) {
        var decided = new AtomicReference<@Nullable Decision>();
        SubscriptionLog.Outcome written =
                log.write(() -> {
                    Decision now = decide.get();
                    decided.set(now);
                    return now.changes();
                });
        return switch (written) {
            case SubscriptionLog.Outcome.Busy _ -> new EditOutcome.Busy();
            case SubscriptionLog.Outcome.Unavailable(String detail, boolean saved) ->
                    new EditOutcome.Unavailable(detail, saved);
            case SubscriptionLog.Outcome.Nothing _ -> decision(decided).outcome();
            case SubscriptionLog.Outcome.Written _ -> {
                // Who knows a whole id may read its feed.
                decision(decided)
                        .changes()
                        .forEach(
                                c -> LOG.info("subscription {}… {}", c.id().substring(0, 6), what));
                yield decision(decided).outcome();
            }
        };
    }

    private static Decision decision(AtomicReference<@Nullable Decision> decided) {
        return Objects.requireNonNull(decided.get(), "nothing was decided");
    }

    private Decision onPresent(
            String id, @Nullable Integer expected, Function<Subscription, Decision> change) {
        Optional<Subscription> present = subscriptions.find(id);
        if (present.isEmpty()) {
            return Decision.not(new EditOutcome.Unknown(id));
        }
        int version = present.get().version();
        return expected == null || expected == version
                ? change.apply(present.get())
                : Decision.not(new EditOutcome.Overtaken(version));
    }

    private static Decision save(Subscription next, @Nullable Subscription before) {
        var saved = new EditOutcome.Saved(next, newSecret(next, before));
        return next.equals(before)
                ? Decision.not(saved)
                : new Decision(List.of(new Change(next.id(), next)), saved);
    }

    private static @Nullable String newSecret(Subscription next, @Nullable Subscription before) {
        if (next.channel().secrets().isEmpty()) {
            return null;
        }
        String secret = next.channel().secrets().getFirst().value();
        boolean known =
                before != null
                        && before.channel().secrets().stream()
                                .anyMatch(s -> s.value().equals(secret));
        return known ? null : secret;
    }
}
