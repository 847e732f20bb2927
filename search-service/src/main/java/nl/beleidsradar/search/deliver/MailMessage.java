package nl.beleidsradar.search.deliver;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * One mail, the same whenever it is made again.
 *
 * @param id with angle brackets
 * @param date that it carries
 * @param unsubscribe where one click ends what it was sent for (RFC 8058); null for a mail that has
 *     none
 */
record MailMessage(String id, String to, Instant date, Content content, @Nullable URI unsubscribe) {

    private static final String NAME = "Beleidsradar";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_SUBJECT = 250;

    /** What a mail says, twice: a reader chooses. */
    record Content(String subject, String html, String text) {}

    /**
     * @throws MessagingException if the address is none
     */
    MimeMessage mime(Session session, String from, String domain) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(sender(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(oneLine(content.subject()), UTF_8);
        mail.setSentDate(Date.from(date));
        mail.setHeader("List-Id", NAME + " <meldingen." + domain + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("Content-Language", "nl");
        if (unsubscribe != null) {
            mail.setHeader("List-Unsubscribe", "<" + unsubscribe.toASCIIString() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart parts =
                new MimeMultipart(
                        "alternative", part(content.text(), "plain"), part(content.html(), "html"));
        mail.setContent(parts);
        mail.saveChanges();
        mail.setHeader("Message-ID", id);
        return mail;
    }

    private static InternetAddress sender(String from) throws MessagingException {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            sender.setPersonal(NAME, UTF_8);
            return sender;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        // Long lines and any character pass every mail server.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** A title is what somebody else wrote: no line of it may become a header. */
    static String oneLine(String text) {
        String line = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_SUBJECT - 1)) ? 1 : 0;
        return line.substring(0, LONGEST_SUBJECT - end) + "…";
    }
}
