package nl.beleidsradar.search.deliver;

import static nl.beleidsradar.search.deliver.TestAlerts.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.beleidsradar.local.testing.MailServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails to the real mail server, and to servers that refuse them. */
@Tag("once")
class MailDeliveryIT {

    @Test
    void theMailServerGoesAndComesBackAndASecondCopyHasTheSameId() throws Exception {
        try (MailServer server = MailServer.start()) {
            MailServerConnection connection = connection(server.smtp());
            assertThat(connection.send(mail("ann@example.org"))).isEqualTo(new Attempt.Accepted());
            server.kill();
            Attempt away = connection.send(mail("ann@example.org"));
            assertThat(((Attempt.Again) away).unreachable()).isTrue();
            server.restart();
            assertThat(connection.send(mail("ann@example.org"))).isEqualTo(new Attempt.Accepted());

            String list;
            try (HttpClient client = HttpClient.newHttpClient()) {
                list =
                        client.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                server.pageUrl() + "/mails.json"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .body();
            }
            List<String> ids = JsonPath.read(list, "$.items[*].messageId");
            assertThat(ids).containsExactly("<m@example.org>", "<m@example.org>");
            assertThat(JsonPath.<List<String>>read(list, "$.items[*].subject"))
                    .containsOnly("Onderwerp café");
        }
    }

    @Test
    void aRecipientThatIsRefusedForGoodIsTheReceiversOwn() throws Exception {
        assertThat(answered("550 no such user", "250 ok")).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void aRecipientThatIsRefusedForNowIsTriedAgain() throws Exception {
        assertThat(((Attempt.Again) answered("450 later", "250 ok")).reason())
                .isEqualTo("recipient-later");
    }

    @Test
    void aMessageThatIsNotTakenIsTriedAgain() throws Exception {
        assertThat(answered("250 ok", "451 later")).isInstanceOf(Attempt.Again.class);
        assertThat(answered("250 ok", "554 no")).isInstanceOf(Attempt.Again.class);
    }

    @Test
    void aServerThatSaysNothingIsLeft() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Attempt attempt =
                    connection("127.0.0.1:" + silent.getLocalPort()).send(mail("ann@example.org"));
            assertThat(((Attempt.Again) attempt).unreachable()).isTrue();
        }
    }

    private static Attempt answered(String toRecipient, String toMessage) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> converse(server, toRecipient, toMessage));
            return connection("127.0.0.1:" + server.getLocalPort()).send(mail("ann@example.org"));
        }
    }

    private static void converse(ServerSocket server, String toRecipient, String toMessage) {
        try (Socket socket = server.accept()) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220 hello");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    data = !line.equals(".");
                    if (!data) {
                        say(socket, toMessage);
                    }
                } else if (line.startsWith("RCPT")) {
                    say(socket, toRecipient);
                } else if (line.startsWith("DATA")) {
                    data = true;
                    say(socket, "354 go on");
                } else {
                    say(socket, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client left
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MailServerConnection connection(String smtp) {
        return new MailServerConnection(
                TestAlerts.settings("smtp", smtp, "connect-timeout", "1s", "answer-timeout", "2s"));
    }

    private static MailMessage mail(String to) {
        return new MailMessage(
                "<m@example.org>",
                to,
                RAISED,
                new MailMessage.Content("Onderwerp café", "<p>html</p>", "tekst"),
                null);
    }
}
