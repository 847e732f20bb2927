package nl.beleidsradar.search.deliver;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server and tells what it answered: only a recipient that is refused for
 * good (5xx) is the receiver's own; anything else is tried again.
 */
@Component
final class MailServerConnection {

    private final DeliverySettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailServerConnection(DeliverySettings settings) {
        this.settings = settings;
        sender.setHost(settings.smtpHost());
        sender.setPort(settings.smtpPort());
        sender.setDefaultEncoding("UTF-8");
        Properties mail = sender.getJavaMailProperties();
        mail.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        mail.put("mail.smtp.timeout", millis(settings.answerTimeout()));
        mail.put("mail.smtp.writetimeout", millis(settings.answerTimeout()));
        mail.put("mail.smtp.localhost", "localhost");
        // The server's farewell is not waited for: the message has been accepted before.
        mail.put("mail.smtp.quitwait", "false");
        String user = settings.smtpUser();
        if (user != null) {
            sender.setUsername(user);
            sender.setPassword(settings.smtpPassword());
            mail.put("mail.smtp.auth", "true");
        }
        if (settings.smtpStartTls()) {
            mail.put("mail.smtp.starttls.enable", "true");
            mail.put("mail.smtp.starttls.required", "true");
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /**
     * @throws MessagingException if the recipient's address is none
     */
    Attempt send(MailMessage message) throws MessagingException {
        MimeMessage mail =
                message.mime(sender.getSession(), settings.mailFrom(), settings.messageDomain());
        try {
            sender.send(mail);
            return new Attempt.Accepted();
        } catch (MailException e) {
            return judge(e);
        }
    }

    private static Attempt judge(MailException e) {
        Throwable first = e.getCause();
        if (e instanceof MailSendException failed && failed.getMessageExceptions().length > 0) {
            first = failed.getMessageExceptions()[0];
        }
        for (Throwable t = first; t != null; t = next(t)) {
            switch (t) {
                case SMTPAddressFailedException address -> {
                    int code = address.getReturnCode();
                    return code >= 500
                            ? new Attempt.Refused(
                                    "recipient", "de mailserver weigert het adres (" + code + ")")
                            : again("recipient-later", "de mailserver antwoordt met " + code);
                }
                case SMTPSendFailedException sent -> {
                    return again(
                            "status-" + sent.getReturnCode() / 100 + "xx",
                            "de mailserver antwoordt met " + sent.getReturnCode());
                }
                case MailConnectException _ -> {
                    return unreachable();
                }
                case SendFailedException invalid when hasOnlyInvalid(invalid) -> {
                    return new Attempt.Refused("recipient", "het mailadres is ongeldig");
                }
                default -> {}
            }
        }
        return unreachable();
    }

    private static @Nullable Throwable next(Throwable t) {
        return t instanceof MessagingException m && m.getNextException() != null
                ? m.getNextException()
                : t.getCause();
    }

    private static boolean hasOnlyInvalid(SendFailedException e) {
        Address[] invalid = e.getInvalidAddresses();
        return e.getNextException() == null && invalid != null && invalid.length > 0;
    }

    private static Attempt again(String reason, String detail) {
        return new Attempt.Again(reason, detail, null, false);
    }

    private static Attempt unreachable() {
        return new Attempt.Again(
                "unreachable", "de mailserver is niet bereikbaar of antwoordt niet", null, true);
    }
}
