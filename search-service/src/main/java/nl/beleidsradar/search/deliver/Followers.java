package nl.beleidsradar.search.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.springframework.stereotype.Component;

/**
 * An alert is sent while at least one of its subscriptions still is in force and tells the same
 * recipient; to a mail address, once its holder agreed. Right only while the view is current.
 */
@Component
final class Followers implements Standing {

    private final Subscriptions subscriptions;
    private final Duration confirmWithin;

    Followers(Subscriptions subscriptions, DeliverySettings settings) {
        this.subscriptions = subscriptions;
        this.confirmWithin = settings.confirmWithin();
    }

    @Override
    public Verdict of(Recipient recipient, List<String> ids, Instant raised, Instant now) {
        List<Subscription> live = live(recipient, ids);
        if (live.isEmpty()) {
            return new Verdict.Drop(why(ids));
        }
        if (recipient.kind() != Channel.Kind.MAIL
                || live.stream().anyMatch(s -> s.channel().confirmed() != null)) {
            return new Verdict.Send();
        }
        return now.isAfter(raised.plus(confirmWithin))
                ? new Verdict.Drop("het mailadres is niet bevestigd")
                : new Verdict.Wait();
    }

    /** Those that may tell this recipient now. */
    List<Subscription> live(Recipient recipient, List<String> ids) {
        return ids.stream()
                .map(subscriptions::find)
                .flatMap(Optional::stream)
                .filter(s ->
                        s.state() == Subscription.State.ACTIVE && s.recipient().equals(recipient))
                .toList();
    }

    private String why(List<String> ids) {
        List<Subscription.State> states =
                ids.stream()
                        .map(subscriptions::find)
                        .flatMap(Optional::stream)
                        .map(Subscription::state)
                        .toList();
        if (states.contains(Subscription.State.BROKEN)) {
            return "het abonnement werkt niet";
        }
        return states.contains(Subscription.State.PAUSED)
                ? "het abonnement is gepauzeerd"
                : "het abonnement is beëindigd of gaat nu naar een ander adres";
    }
}
