package nl.beleidsradar.contract.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert reaches, and where: an owner, a kind of channel and an address.
 *
 * @param address null for the inbox
 */
public record Recipient(String owner, Channel.Kind kind, @Nullable String address) {

    public Recipient {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static Recipient parse(String text) {
        String[] parts = text.split("/", 3);
        for (Channel.Kind kind : Channel.Kind.values()) {
            if (parts.length > 1 && kind.toString().equals(parts[1])) {
                return new Recipient(parts[0], kind, parts.length == 3 ? parts[2] : null);
            }
        }
        throw new IllegalArgumentException("no recipient: " + text);
    }

    /** {@code local/inbox}, {@code local/mail/a@example.org}; the key of a recipient's records. */
    @Override
    public String toString() {
        return owner + "/" + kind + (address == null ? "" : "/" + address);
    }
}
