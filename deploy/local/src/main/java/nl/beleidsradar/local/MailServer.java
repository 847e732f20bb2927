package nl.beleidsradar.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The mail server of the local stack, a process of its own: takes every message for any recipient,
 * keeps it as a file before it answers, sends nothing on, and shows all of it on a page.
 */
public final class MailServer {

    private MailServer() {}

    /** {@code FOLDER SMTP-PORT PAGE-PORT [ADDRESS]}; listens on loopback unless told otherwise. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("usage: MailServer FOLDER SMTP-PORT PAGE-PORT [ADDRESS]");
            System.exit(2);
        }
        String address = arguments.length == 4 ? arguments[3] : "127.0.0.1";
        MailFolder folder = MailFolder.open(Path.of(arguments[0]));
        // The page last: who waits for it finds both.
        smtp(folder, address, Integer.parseInt(arguments[1])).start();
        MailPage.start(folder, new InetSocketAddress(address, Integer.parseInt(arguments[2])));
    }

    private static GreenMail smtp(MailFolder folder, String address, int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(new MailKeeping(folder));
        return server;
    }
}
