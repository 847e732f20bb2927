package nl.beleidsradar.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Keeps a message on disk while its sender still waits for the answer: a failure here is answered
 * with 451, so that the sender tries again.
 */
record MailKeeping(MailFolder folder) implements MessageDeliveryHandler {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Called once a recipient; the message is kept once. */
    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient)
            throws MessagingException {
        MailAddress first = message.getToAddresses().iterator().next();
        if (first.equals(recipient)) {
            keep(message.getMessage());
        }
        return new Anybody(recipient.getEmail());
    }

    private void keep(MimeMessage message) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
            if (bytes.size() > MOST_BYTES) {
                throw new MessagingException("larger than " + MOST_BYTES + " bytes");
            }
            folder.keep(bytes.toByteArray(), message.getMessageID());
        } catch (IOException e) {
            throw new MessagingException("not kept", e);
        }
    }

    /** Whoever is written to; has no mailbox, for the folder is everybody's. */
    private record Anybody(String address) implements GreenMailUser {

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }
    }
}
