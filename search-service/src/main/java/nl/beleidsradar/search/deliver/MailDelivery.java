package nl.beleidsradar.search.deliver;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Subscription;
import org.springframework.stereotype.Component;

/** Tells alerts by mail: one, a bundle of them or a digest. */
@Component
final class MailDelivery implements AlertDelivery {

    private final Followers followers;
    private final MailTexts texts;
    private final MailLinks links;
    private final MailServerConnection server;
    private final MessageIds ids;

    MailDelivery(
            Followers followers,
            MailTexts texts,
            MailLinks links,
            MailServerConnection server,
            DeliverySettings settings) {
        this.followers = followers;
        this.texts = texts;
        this.links = links;
        this.server = server;
        this.ids = new MessageIds(settings.messageDomain());
    }

    @Override
    public Channel.Kind kind() {
        return Channel.Kind.MAIL;
    }

    @Override
    public Attempt deliver(Letter letter) {
        List<Subscription> live =
                followers.live(
                        letter.recipient(),
                        letter.alerts().stream()
                                .flatMap(a -> a.subscriptions().stream())
                                .distinct()
                                .toList());
        if (live.isEmpty()) {
            // They ended a moment ago; the next look drops the alerts.
            return new Attempt.Again("ended", "geen abonnement meer", null, true);
        }
        AlertRaised last = letter.alerts().getLast();
        return send(
                new MailMessage(
                        letter.message(),
                        Objects.requireNonNull(letter.recipient().address()),
                        last.raised(),
                        texts.alerts(letter, live),
                        links.endAll(live)));
    }

    /** Asks the holder of an address whether they want the mails of a subscription. */
    Attempt confirm(Subscription subscription) {
        return send(
                new MailMessage(
                        ids.mail(Confirmations.mailId(subscription)),
                        Objects.requireNonNull(subscription.channel().to()),
                        subscription.changed(),
                        texts.confirmation(subscription),
                        null));
    }

    private Attempt send(MailMessage message) {
        try {
            return server.send(message);
        } catch (MessagingException e) {
            return new Attempt.Refused("address", "het mailadres is ongeldig");
        }
    }
}
