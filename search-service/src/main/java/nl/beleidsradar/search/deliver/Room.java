package nl.beleidsradar.search.deliver;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Recipient;

/**
 * How many messages are under way: overall, to one host and to one recipient, so that a receiver
 * that hangs leaves room for the others. Safe for use by several threads.
 */
final class Room {

    private final DeliverySettings settings;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Room(DeliverySettings settings) {
        this.settings = settings;
    }

    synchronized boolean take(Recipient recipient) {
        boolean mail = recipient.kind() == Channel.Kind.MAIL;
        if (all >= settings.atOnce()
                || taken(host(recipient)) >= settings.perHost()
                || taken(recipient.toString()) >= (mail ? 1 : settings.perWebhook())) {
            return false;
        }
        all++;
        taken.merge(host(recipient), 1, Integer::sum);
        taken.merge(recipient.toString(), 1, Integer::sum);
        return true;
    }

    synchronized void leave(Recipient recipient) {
        all--;
        taken.computeIfPresent(host(recipient), (_, n) -> n == 1 ? null : n - 1);
        taken.computeIfPresent(recipient.toString(), (_, n) -> n == 1 ? null : n - 1);
    }

    synchronized boolean isEmpty() {
        return all == 0;
    }

    private int taken(String by) {
        return taken.getOrDefault(by, 0);
    }

    private static String host(Recipient recipient) {
        String address = recipient.address();
        if (recipient.kind() == Channel.Kind.WEBHOOK && address != null) {
            try {
                return "host " + URI.create(address).getAuthority();
            } catch (IllegalArgumentException e) {
                return "host unknown";
            }
        }
        return "host of mail";
    }
}
