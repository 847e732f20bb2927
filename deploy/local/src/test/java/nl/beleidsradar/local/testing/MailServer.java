package nl.beleidsradar.local.testing;

import java.nio.file.Path;
import nl.beleidsradar.local.Built;
import nl.beleidsradar.local.LocalMail;

/**
 * A real mail server for tests, which keeps what it accepts; always a process, as the stack's own.
 */
public final class MailServer implements AutoCloseable {

    private final LocalMail mail;
    private final TestServer server;

    private MailServer() {
        Path folder = ServerProcess.newFolder("mail");
        mail =
                LocalMail.of(
                        Built.here(),
                        folder.resolve("mail"),
                        folder.resolve("mail.log"),
                        ServerProcess.freePort(),
                        ServerProcess.freePort());
        server = new ServerProcess(mail, folder);
    }

    /** One for the caller alone, who may kill it and must close it. */
    public static MailServer start() {
        return new MailServer();
    }

    /** {@code host:port}. */
    public String smtp() {
        return mail.smtp();
    }

    /**
     * {@code http://127.0.0.1:PORT}; under it {@code /mails.json} and {@code /mails/{id}/html},
     * {@code /text}, {@code /source}.
     */
    public String pageUrl() {
        return mail.pageUrl();
    }

    /** SIGKILL; the ports and the messages stay. */
    public void kill() {
        server.kill();
    }

    /** Starts it again after {@link #kill}; returns when it answers. */
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.close();
    }
}
