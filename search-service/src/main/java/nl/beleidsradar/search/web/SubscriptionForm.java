package nl.beleidsradar.search.web;

import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.EditOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The form of a subscription, and what became of sending it.
 *
 * @param id null for a new one
 * @param version the version that was in force when the typing began; 0 for none
 * @param status HTTP status of the page
 * @param message key of the sentence on top; null where there is nothing to say
 * @param problems what is wrong in it
 * @param preview what it would bring; null where that was not asked
 */
record SubscriptionForm(
        @Nullable String id,
        int version,
        TypedSubscription typed,
        int status,
        @Nullable String message,
        List<Problem> problems,
        @Nullable PreviewOfFollow preview) {

    private static final int OK = 200;
    private static final int BAD = 400;

    /** Fields of the form by their names in the API; what is not here concerns the whole. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "follow", "follow",
                    "follow.theme", "theme",
                    "follow.query", "q",
                    "follow.dossier", "dossier",
                    "follow.reference", "reference",
                    "follow.source", "source",
                    "follow.type", "type",
                    "minStrength", "strength",
                    "frequency", "frequency",
                    "name", "name");

    /**
     * Something wrong in one field.
     *
     * @param anchor id of the element to go to
     */
    record Problem(String field, String anchor, String text) {}

    static SubscriptionForm of(TypedSubscription typed) {
        return new SubscriptionForm(null, 0, typed, OK, null, List.of(), null);
    }

    static SubscriptionForm of(Subscription s) {
        return new SubscriptionForm(
                s.id(), s.version(), TypedSubscription.of(s), OK, null, List.of(), null);
    }

    SubscriptionForm typed(int from, Map<String, String> given) {
        return new SubscriptionForm(
                id, from, TypedSubscription.of(given), OK, null, List.of(), null);
    }

    SubscriptionForm seen(PreviewOfFollow seen) {
        return new SubscriptionForm(id, version, typed, OK, null, List.of(), seen);
    }

    SubscriptionForm wrong(List<EditOutcome.Problem> all, Wording say) {
        List<Problem> told = all.stream().map(p -> problem(p, say)).distinct().toList();
        return new SubscriptionForm(id, version, typed, BAD, null, told, null);
    }

    SubscriptionForm because(int why, String key) {
        return new SubscriptionForm(id, version, typed, why, key, List.of(), null);
    }

    private Problem problem(EditOutcome.Problem p, Wording say) {
        if (p.field().startsWith("channel")) {
            boolean mail = typed.channel().equals(Channel.Kind.MAIL.toString());
            boolean webhook = typed.channel().equals(Channel.Kind.WEBHOOK.toString());
            String field = mail ? "mail" : webhook ? "webhook" : "channel";
            return new Problem(field, field, say.text("wrong." + field));
        }
        String field = FIELDS.getOrDefault(p.field(), "name");
        return new Problem(
                field, field.equals("follow") ? "theme" : field, say.text("wrong." + field));
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
    }

    public boolean isNew() {
        return id == null;
    }

    /** Whether the title of the page begins with the bad news, so that it is heard first. */
    public boolean errorTitle() {
        return !problems.isEmpty();
    }
}
