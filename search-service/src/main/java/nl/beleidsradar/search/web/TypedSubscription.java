package nl.beleidsradar.search.web;

import java.util.Arrays;
import java.util.Map;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.service.BadRequest;
import org.jspecify.annotations.Nullable;

/** The fields of the form of a subscription as typed, right or wrong; empty where left open. */
record TypedSubscription(
        String name,
        String theme,
        String strength,
        String q,
        String dossier,
        String reference,
        String source,
        String type,
        String channel,
        String mail,
        String webhook,
        String frequency,
        boolean retroactive) {

    /** Names as in the address of a search, so that a search can be followed as it is. */
    static TypedSubscription of(Map<String, String> given) {
        String strength = given.getOrDefault("strength", "");
        return new TypedSubscription(
                given.getOrDefault("name", ""),
                given.getOrDefault("theme", ""),
                // A search for this strength alone becomes one for at least this strength.
                strength.equals(Strength.MENTION.toString()) ? "" : strength,
                given.getOrDefault("q", ""),
                given.getOrDefault("dossier", ""),
                given.getOrDefault("reference", ""),
                given.getOrDefault("source", ""),
                given.getOrDefault("type", ""),
                given.getOrDefault("channel", Channel.Kind.INBOX.toString()),
                given.getOrDefault("mail", ""),
                given.getOrDefault("webhook", ""),
                given.getOrDefault("frequency", Frequency.IMMEDIATE.toString()),
                given.containsKey("retroactive"));
    }

    static TypedSubscription of(Subscription s) {
        Follow follow = s.follow();
        String to = open(s.channel().to());
        return new TypedSubscription(
                s.name(),
                open(follow.theme()),
                open(s.minStrength() == Strength.MENTION ? null : s.minStrength()),
                open(follow.query()),
                open(follow.dossier()),
                open(follow.reference()),
                open(follow.source()),
                open(follow.type()),
                s.channel().kind().toString(),
                s.channel().kind() == Channel.Kind.MAIL ? to : "",
                s.channel().kind() == Channel.Kind.WEBHOOK ? to : "",
                s.frequency().toString(),
                s.retroactive());
    }

    private static String open(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * @throws BadRequest where a choice is none that the form offers
     */
    SubscriptionDraft draft() {
        Channel.Kind kind = chosen("channel", channel, Channel.Kind.values());
        return new SubscriptionDraft(
                name,
                new Follow(
                        given(theme),
                        given(q),
                        given(dossier),
                        given(reference),
                        given(source),
                        given(type)),
                strength.isEmpty() ? null : chosen("strength", strength, Strength.values()),
                kind,
                switch (kind) {
                    case INBOX -> null;
                    case MAIL -> given(mail);
                    case WEBHOOK -> given(webhook);
                },
                chosen("frequency", frequency, Frequency.values()),
                retroactive,
                null);
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> E chosen(String name, String value, E[] constants) {
        return Arrays.stream(constants)
                .filter(c -> c.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new BadRequest(name + " must be a choice of the form"));
    }
}
