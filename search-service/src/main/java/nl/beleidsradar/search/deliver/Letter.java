package nl.beleidsradar.search.deliver;

import java.util.List;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Recipient;

/**
 * A message ready to be sent.
 *
 * @param message what it is known by
 * @param alerts that it shows, at least one
 * @param more further alerts, told by number
 */
record Letter(Recipient recipient, String message, List<AlertRaised> alerts, int more) {

    Letter {
        alerts = List.copyOf(alerts);
    }
}
