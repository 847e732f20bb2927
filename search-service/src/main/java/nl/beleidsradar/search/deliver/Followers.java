package nl.beleidsradar.search.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            return notInForce(recipient, ids);
        }
        if (recipient.kind() != Channel.Kind.MAIL
                || live.stream().anyMatch(s -> s.channel().confirmed() != null)) {
            return new Verdict.Send();
        }
        return now.isAfter(raised.plus(confirmWithin))
                ? new Verdict.Halt("het mailadres is niet bevestigd")
                : new Verdict.Wait();
    }

    /** Those that may tell this recipient now. */
    List<Subscription> live(Recipient recipient, List<String> ids) {
        return of(recipient, ids).filter(s -> s.state() == Subscription.State.ACTIVE).toList();
    }

    private Stream<Subscription> of(Recipient recipient, List<String> ids) {
        return ids.stream()
                .map(subscriptions::find)
                .flatMap(Optional::stream)
                .filter(s -> s.recipient().equals(recipient));
    }

    private Verdict notInForce(Recipient recipient, List<String> ids) {
        List<Subscription.State> states = of(recipient, ids).map(Subscription::state).toList();
        if (states.contains(Subscription.State.BROKEN)) {
            return new Verdict.Halt("het abonnement werkt niet");
        }
        return states.contains(Subscription.State.PAUSED)
                ? new Verdict.Halt("het abonnement is gepauzeerd")
                : new Verdict.Drop("het abonnement is beëindigd of gaat nu naar een ander adres");
    }
}
