package nl.beleidsradar.search.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import nl.beleidsradar.contract.alert.Channel;

/**
 * What a message is known by, the same however often it is sent: a mail's Message-ID, a webhook's
 * {@code webhook-id}.
 *
 * @param domain what stands behind the {@code @} of a mail's
 */
record MessageIds(String domain) {

    /** How the ids begin of mails that ask the holder of an address to agree. */
    static final String CONFIRMATION = "confirm-";

    /** Of a message that tells one alert. */
    String alone(Channel.Kind kind, String alert) {
        return kind == Channel.Kind.MAIL ? mail(alert) : alert;
    }

    /** Of a mail that tells the alerts of a group, the first of which is named. */
    String group(String recipient, String group, String first) {
        return mail(hash(recipient, group, first));
    }

    /** Of the mail that asks the holder of an address to agree with a subscription. */
    static String confirmation(String subscription, String address) {
        return CONFIRMATION + hash("confirm", subscription, address);
    }

    String mail(String id) {
        return "<" + id + "@" + domain + ">";
    }

    private static String hash(String... parts) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(all, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
