package nl.beleidsradar.search.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.beleidsradar.contract.alert.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one recipient, with the alerts it tells; belongs to the thread of its
 * {@link Outbox}, except while it is under way.
 */
final class Parcel {

    /** In the order of the log, those that are due first before the others. */
    static final Comparator<Parcel> ORDER =
            Comparator.comparing(Parcel::due)
                    .thenComparingLong(Parcel::order)
                    .thenComparing(Parcel::key);

    private final Recipient recipient;
    private final String key;
    private final Instant due;
    private final long order;
    private final List<Slip> slips = new ArrayList<>();
    private @Nullable String message;
    private int attempts;
    private Instant next = Instant.MIN;
    private boolean underWay;
    private int unwritten;

    /**
     * @param key unique among the recipient's
     * @param message what it is known by; null while alerts may still be added
     */
    Parcel(Recipient recipient, String key, Instant due, long order, @Nullable String message) {
        this.recipient = recipient;
        this.key = key;
        this.due = due;
        this.order = order;
        this.message = message;
    }

    Recipient recipient() {
        return recipient;
    }

    String key() {
        return key;
    }

    Instant due() {
        return due;
    }

    long order() {
        return order;
    }

    List<Slip> slips() {
        return slips;
    }

    boolean planned() {
        return message != null;
    }

    String message() {
        if (message == null) {
            throw new IllegalStateException(key + " is not planned yet");
        }
        return message;
    }

    int attempts() {
        return attempts;
    }

    Instant next() {
        return next;
    }

    /** Under way, or waiting until its plan is written. */
    boolean busy() {
        return underWay || unwritten > 0;
    }

    void plan(String as) {
        message = as;
        unwritten = slips.size();
    }

    void planWritten() {
        unwritten = Math.max(0, unwritten - 1);
    }

    void start() {
        underWay = true;
    }

    void again(int made, Instant at) {
        underWay = false;
        attempts = made;
        next = at;
    }
}
