package nl.beleidsradar.search.deliver;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.AlertRaised.Change;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.contract.alert.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Alerts and subscriptions for the tests of the delivery. */
public final class TestAlerts {

    public static final Instant RAISED = Instant.parse("2026-11-20T09:00:00Z");
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private TestAlerts() {}

    public static Recipient mail(String address) {
        return new Recipient("local", Channel.Kind.MAIL, address);
    }

    public static Recipient webhook(String url) {
        return new Recipient("local", Channel.Kind.WEBHOOK, url);
    }

    public static AlertRaised alert(String id, Recipient recipient, String subscription) {
        return alert(id, recipient, subscription, Frequency.IMMEDIATE, null, RAISED);
    }

    public static AlertRaised alert(
            String id,
            Recipient recipient,
            String subscription,
            Frequency frequency,
            @Nullable String bundle,
            Instant raised) {
        return new AlertRaised(
                id,
                recipient.toString(),
                List.of(subscription),
                document("Motie " + id),
                List.of(
                        mention(
                                subscription,
                                "Verzoekt de regering de cyberweerbaarheid te vergroten.",
                                Change.NEW_DOCUMENT)),
                0,
                frequency,
                null,
                List.of(),
                bundle,
                raised);
    }

    static AlertDocument document(String title) {
        return new AlertDocument(
                "ob:kst-36600-V-12",
                title,
                "https://zoek.officielebekendmakingen.nl/kst-36600-V-12.html",
                LocalDate.of(2026, 11, 20),
                "ob",
                "motie",
                null,
                RAISED.minusSeconds(2));
    }

    static AlertRaised.Mention mention(String subscription, String passage, Change change) {
        return new AlertRaised.Mention(
                new Subject(Subject.Kind.THEME, "cyber"),
                List.of(subscription),
                passage,
                3,
                List.of("cyberweerbaarheid"),
                change);
    }

    public static Subscription subscription(
            String id, Recipient recipient, Frequency frequency, boolean confirmed) {
        boolean webhook = recipient.kind() == Channel.Kind.WEBHOOK;
        return new Subscription(
                id,
                "local",
                "Cyber & <havens>",
                new Follow("cyber", null, null, null, null, null),
                null,
                new Channel(
                        recipient.kind(),
                        recipient.address(),
                        confirmed ? RAISED : null,
                        webhook ? List.of(new Channel.Secret(SECRET, null)) : List.of()),
                frequency,
                false,
                Subscription.State.ACTIVE,
                null,
                1,
                Instant.now(),
                Instant.now(),
                "geheim");
    }

    static DeliverySettings settings(String... more) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            values.put("beleidsradar.alerts.delivery." + more[i], more[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("beleidsradar.alerts.delivery", DeliverySettings.class);
    }

    static MailLinks links() {
        return new MailLinks(URI.create("https://radar.example.org"));
    }
}
