package nl.beleidsradar.search.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidsradar.contract.alert.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscriptions whose query cannot be used, until that is reported. */
final class Broken {

    static final String UNREADABLE =
            "De zoekvraag van dit abonnement kan niet worden gelezen. Pas de zoekvraag aan om weer"
                    + " meldingen te krijgen.";
    static final String FAILS =
            "De zoekvraag van dit abonnement kan niet worden uitgevoerd. Pas de zoekvraag aan om"
                    + " weer meldingen te krijgen.";

    private static final Logger LOG = LoggerFactory.getLogger(Broken.class);

    private final BrokenSubscriptions report;
    private final Map<Subscription, String> unreported = new ConcurrentHashMap<>();

    Broken(BrokenSubscriptions report) {
        this.report = report;
    }

    void add(Subscription subscription, String message, Exception fault) {
        LOG.error("subscription {} is out of force: {}", subscription.id(), fault.toString());
        unreported.put(subscription, message);
    }

    /** What cannot be reported now is kept for the next time. */
    void report() {
        unreported.forEach((s, message) -> {
            try {
                report.broken(s.id(), s.version(), message);
                unreported.remove(s, message);
            } catch (RuntimeException e) {
                LOG.warn("subscription {} not reported as broken yet: {}", s.id(), e.toString());
            }
        });
    }
}
