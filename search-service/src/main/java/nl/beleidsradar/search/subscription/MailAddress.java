package nl.beleidsradar.search.subscription;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/** One mail address by itself, in the one spelling that recipients are compared by. */
final class MailAddress {

    private static final int LONGEST = 254;

    private MailAddress() {}

    /** Empty where the text is not exactly one address: no name, list, group or line end. */
    static Optional<String> read(String written) {
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1
                || text.length() > LONGEST
                || text.chars().anyMatch(c -> c <= ' ' || c > '~')
                || text.chars().anyMatch(c -> "\"(),:;<>[\\]".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            new InternetAddress(text, true).validate();
        } catch (AddressException e) {
            return Optional.empty();
        }
        String domain = text.substring(at).toLowerCase(Locale.ROOT);
        return Optional.of(text.substring(0, at) + domain);
    }
}
