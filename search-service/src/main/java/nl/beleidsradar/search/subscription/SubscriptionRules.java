package nl.beleidsradar.search.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.index.Dossier;
import nl.beleidsradar.search.query.FollowText;
import nl.beleidsradar.search.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks at what someone wants to subscribe to, and spells it the one way it is kept in. */
@Component
@EnableConfigurationProperties(SubscriptionSettings.class)
public final class SubscriptionRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|\\p{Cf}|\\p{Zl}|\\p{Zp}");
    private static final Pattern DOSSIER = Pattern.compile("\\d{1,6}(-[A-Z0-9()]{1,12}){0,2}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Locale DUTCH = Locale.of("nl");

    private final Themes themes;
    private final WebhookTarget webhooks;
    private final String ownAddress;

    SubscriptionRules(Themes themes, WebhookTarget webhooks, SubscriptionSettings settings) {
        this.themes = themes;
        this.webhooks = webhooks;
        ownAddress =
                MailAddress.read(settings.ownAddress())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "beleidsradar.alerts.subscriptions.own-address is no mail"
                                                + " address: "
                                                + settings.ownAddress()));
    }

    /** What came of looking at a draft. */
    public sealed interface Checked {

        /** As it is kept: name and frequency given, and {@code to} where the channel has one. */
        record Right(SubscriptionDraft draft) implements Checked {}

        /** What is wrong with it. */
        record Wrong(List<EditOutcome.Problem> problems) implements Checked {}
    }

    /** Whether mail to the address needs nobody's consent. */
    boolean isOwn(String address) {
        return address.equals(ownAddress);
    }

    public Checked check(SubscriptionDraft draft) {
        var problems = new Problems();
        Follow follow = follow(draft.follow(), problems);
        @Nullable String to = to(draft, problems);
        Frequency frequency = Objects.requireNonNullElse(draft.frequency(), Frequency.IMMEDIATE);
        if (draft.kind() == Channel.Kind.WEBHOOK && frequency != Frequency.IMMEDIATE) {
            problems.add("frequency", "must be immediate for a webhook");
        }
        if (draft.state() == Subscription.State.BROKEN) {
            problems.add("state", "must be active or paused");
        }
        @Nullable String name = name(draft.name(), problems);
        if (!problems.found.isEmpty()) {
            return new Checked.Wrong(List.copyOf(problems.found));
        }
        return new Checked.Right(
                new SubscriptionDraft(
                        name == null ? nameOf(follow) : name,
                        follow,
                        draft.minStrength(),
                        draft.kind(),
                        to,
                        frequency,
                        draft.retroactive(),
                        draft.state()));
    }

    /** Looks only at what is followed, as a preview needs. */
    public Checked checkFollow(SubscriptionDraft draft) {
        return check(
                new SubscriptionDraft(
                        null,
                        draft.follow(),
                        draft.minStrength(),
                        Channel.Kind.INBOX,
                        null,
                        null,
                        false,
                        null));
    }

    private static @Nullable String name(@Nullable String given, Problems problems) {
        @Nullable String name = blankToNull(given);
        if (name != null && name.length() > LONGEST_NAME) {
            problems.add("name", "must have at most " + LONGEST_NAME + " characters");
        } else if (name != null && CONTROL.matcher(name).find()) {
            problems.add("name", "must be one line of plain text");
        }
        return name;
    }

    private Follow follow(Follow given, Problems problems) {
        @Nullable String theme = bounded("follow.theme", given.theme(), problems);
        @Nullable String query = blankToNull(given.query());
        @Nullable String dossier = bounded("follow.dossier", given.dossier(), problems);
        @Nullable String reference = bounded("follow.reference", given.reference(), problems);
        @Nullable String source = bounded("follow.source", given.source(), problems);
        @Nullable String type = bounded("follow.type", given.type(), problems);
        if (Stream.of(given.theme(), given.query(), given.dossier(), given.reference())
                .allMatch(v -> blankToNull(v) == null)) {
            problems.add("follow", "must have at least one of theme, query, dossier, reference");
        }
        if (theme != null && themes.theme(theme).isEmpty()) {
            problems.add("follow.theme", "must be a theme that exists");
        }
        if (query != null && query.length() > FollowText.LONGEST_QUERY) {
            problems.add(
                    "follow.query",
                    "must have at most " + FollowText.LONGEST_QUERY + " characters");
        } else if (query != null && !FollowText.wantsSomething(query)) {
            problems.add("follow.query", "must hold at least one word that is to be found");
        }
        if (dossier != null) {
            dossier = Dossier.normal(dossier);
            if (!DOSSIER.matcher(dossier).matches()) {
                problems.add("follow.dossier", "must be a dossier number such as 36740-VI");
            }
        }
        if (reference != null) {
            Optional<String> canonical = FollowText.reference(reference);
            if (canonical.isEmpty()) {
                problems.add(
                        "follow.reference",
                        "must be the number of one document, such as Kamerstuk 34 919, nr. 74");
            }
            reference = canonical.orElse(null);
        }
        if (source != null && !SOURCE.matcher(source).matches()) {
            problems.add("follow.source", "must match " + SOURCE);
        }
        return new Follow(theme, query, dossier, reference, source, type);
    }

    /** Null also where the value is refused. */
    private static @Nullable String bounded(
            String field, @Nullable String given, Problems problems) {
        @Nullable String value = blankToNull(given);
        if (value != null && value.length() > LONGEST_VALUE) {
            problems.add(field, "must have at most " + LONGEST_VALUE + " characters");
            return null;
        }
        if (value != null && CONTROL.matcher(value).find()) {
            problems.add(field, "must be one line of plain text");
            return null;
        }
        return value;
    }

    private @Nullable String to(SubscriptionDraft draft, Problems problems) {
        @Nullable String to = blankToNull(draft.to());
        return switch (draft.kind()) {
            case INBOX -> {
                if (to != null) {
                    problems.add("channel.to", "must be left out for the inbox");
                }
                yield null;
            }
            case MAIL -> {
                if (to == null) {
                    yield ownAddress;
                }
                Optional<String> address = MailAddress.read(to);
                if (address.isEmpty()) {
                    problems.add("channel.to", "must be one mail address such as naam@example.org");
                }
                yield address.orElse(null);
            }
            case WEBHOOK -> {
                String url = to == null ? "" : to;
                webhooks.problem(url).ifPresent(p -> problems.add("channel.to", p));
                yield url;
            }
        };
    }

    private String nameOf(Follow follow) {
        String name =
                Stream.of(
                                follow.theme() == null ? null : themes.label(follow.theme(), DUTCH),
                                follow.query(),
                                follow.dossier() == null ? null : "Dossier " + follow.dossier(),
                                follow.reference())
                        .filter(Objects::nonNull)
                        .map(part -> CONTROL.matcher(part).replaceAll(" "))
                        .collect(Collectors.joining(" · "));
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…";
    }

    private static @Nullable String blankToNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static final class Problems {
        private final List<EditOutcome.Problem> found = new ArrayList<>();

        void add(String field, String detail) {
            found.add(new EditOutcome.Problem(field, detail));
        }
    }
}
