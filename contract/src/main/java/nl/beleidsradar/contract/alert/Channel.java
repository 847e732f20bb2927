package nl.beleidsradar.contract.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.beleidsradar.contract.WireName;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is told.
 *
 * @param to mail address or address of the webhook; null for the inbox
 * @param confirmed when the holder of a mail address agreed; null while that is awaited, and for
 *     other kinds
 * @param secrets keys that sign a webhook's messages, the newest first; an older one signs along
 *     until it expires
 */
public record Channel(
        Kind kind, @Nullable String to, @Nullable Instant confirmed, List<Secret> secrets) {

    public Channel {
        Objects.requireNonNull(kind, "kind");
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        if ((to == null) != (kind == Kind.INBOX)) {
            throw new IllegalArgumentException("to belongs to mail and webhook, not to " + kind);
        }
    }

    /** The kinds of channel that an alert can take. */
    public enum Kind {
        INBOX,
        MAIL,
        WEBHOOK;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }

    /**
     * @param value {@code whsec_} and the key in base64, as Standard Webhooks writes it
     * @param expires when it stops signing; null for the present one
     */
    public record Secret(String value, @Nullable Instant expires) {}
}
