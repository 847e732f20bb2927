package nl.beleidsradar.local;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a test wants to see of a kept message.
 *
 * @param headers unfolded and decoded, each name with its values in their order
 */
record Mail(
        String id,
        @Nullable String messageId,
        String from,
        List<String> to,
        String subject,
        @Nullable Instant date,
        Map<String, List<String>> headers) {

    static Mail of(String id, byte[] source) throws MessagingException, IOException {
        MimeMessage message = read(source);
        Date date = message.getSentDate();
        String subject = message.getSubject();
        return new Mail(
                id,
                message.getMessageID(),
                String.join(", ", texts(message.getFrom())),
                texts(message.getAllRecipients()),
                subject == null ? "" : subject,
                date == null ? null : date.toInstant(),
                headers(message));
    }

    /** The text of the first part of this type, such as {@code text/html}. */
    static Optional<String> part(byte[] source, String type)
            throws MessagingException, IOException {
        return part(read(source), type);
    }

    private static Optional<String> part(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? Optional.of(text) : Optional.empty();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = part(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static MimeMessage read(byte[] source) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(source));
    }

    private static List<String> texts(Address @Nullable [] addresses) {
        List<String> all = new ArrayList<>();
        if (addresses != null) {
            for (Address address : addresses) {
                all.add(address.toString());
            }
        }
        return all;
    }

    private static Map<String, List<String>> headers(MimeMessage message)
            throws MessagingException, IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            all.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        return all;
    }
}
