package nl.beleidsradar.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The mail server on loopback; keeps what it accepts.
 *
 * @param jars folder with the server's jar
 * @param own our jar, which has {@link MailServer}
 * @param folder takes the messages
 */
public record LocalMail(Path jars, Path own, Path folder, Path log, int port, int pagePort)
        implements Part {

    /** The server of the repository's build. */
    public static LocalMail of(Built built, Path folder, Path log, int port, int pagePort) {
        return new LocalMail(built.mail(), built.local(), folder, log, port, pagePort);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, pagePort);
    }

    /** {@code host:port} of SMTP. */
    public String smtp() {
        return "127.0.0.1:" + port;
    }

    public String pageUrl() {
        return "http://127.0.0.1:" + pagePort;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public Program program() {
        return new Program(
                Confinement.tied(
                        List.of(
                                Built.java(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                jars.resolve("*") + File.pathSeparator + own,
                                MailServer.class.getName(),
                                folder.toString(),
                                Integer.toString(port),
                                Integer.toString(pagePort))),
                Map.of(),
                folder,
                log);
    }

    @Override
    public boolean ready() {
        return Http.ok(pageUrl() + "/mails.json?after=0", Duration.ofSeconds(3))
                && Ports.answers(port);
    }
}
