package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import nl.beleidsradar.local.testing.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class MailServerIT {

    private static final String MAIL =
            """
            Message-ID: <%s@example.org>\r
            From: radar@example.org\r
            To: iemand@example.org\r
            Subject: =?UTF-8?Q?Nieuw_over_<script>alert(1)</script>_caf=C3=A9?=\r
            Date: Sat, 21 Nov 2026 09:00:00 +0000\r
            MIME-Version: 1.0\r
            Content-Type: multipart/alternative; boundary=b\r
            \r
            --b\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            Platte <b>tekst</b>\r
            ..met punten\r
            --b\r
            Content-Type: text/html; charset=utf-8\r
            \r
            <p>Opgemaakt<script>alert(1)</script></p>\r
            --b--\r
            """;

    private MailServer server;

    @BeforeEach
    void start() {
        server = MailServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMessageThatWasAcceptedSurvivesAKill() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send(MAIL.formatted(i))).startsWith("250");
            if (i % 5 == 4) {
                server.kill(); // directly after the answer
                server.restart();
            }
        }

        JsonNode items = new ObjectMapper().readTree(get("/mails.json").body()).path("items");

        assertThat(items).hasSize(20);
        assertThat(items.findValuesAsText("messageId"))
                .startsWith("<19@example.org>")
                .endsWith("<0@example.org>");
        JsonNode first = items.get(0);
        assertThat(first.path("subject").asText())
                .isEqualTo("Nieuw over <script>alert(1)</script> café");
        assertThat(first.path("to").get(0).asText()).isEqualTo("iemand@example.org");
        assertThat(first.path("date").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(first.path("headers").path("MIME-Version").get(0).asText()).isEqualTo("1.0");
        String older = "/mails.json?after=" + items.get(9).path("id").asText();
        assertThat(new ObjectMapper().readTree(get(older).body()).path("items")).hasSize(10);
    }

    @Test
    void showsAMailWithoutRunningOrObeyingIt() throws Exception {
        send(MAIL.formatted("x"));
        String id =
                new ObjectMapper()
                        .readTree(get("/mails.json").body())
                        .path("items")
                        .get(0)
                        .path("id")
                        .asText();

        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script");
        HttpResponse<String> mail = get("/mails/" + id);
        assertThat(mail.body())
                .contains(
                        "<html lang=\"nl\">", "sandbox=", "Platte &lt;b&gt;tekst", "\n.met punten")
                .doesNotContain("<script");
        HttpResponse<String> html = get("/mails/" + id + "/html");
        assertThat(html.body()).contains("<p>Opgemaakt");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("allow-scripts");
        assertThat(get("/mails/" + id + "/text").body()).contains("Platte <b>tekst</b>");
        assertThat(get("/mails/" + id + "/source").body()).contains("Message-ID: <x@example.org>");
        assertThat(get("/mails/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
    }

    @Test
    void anEndlessMessageIsNotAccepted() throws Exception {
        String large = MAIL.formatted("large") + "x".repeat(70).concat("\r\n").repeat(150_000);
        assertThat(send(large)).startsWith("451");
        assertThat(get("/mails.json").body()).contains("\"items\":[]");
    }

    /** The answer to the message. */
    private String send(String message) throws IOException {
        String[] address = server.smtp().split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.setSoTimeout(20_000);
            var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            assertThat(in.readLine()).startsWith("220");
            for (String line :
                    new String[] {
                        "HELO localhost",
                        "MAIL FROM:<radar@example.org>",
                        "RCPT TO:<iemand@example.org>",
                        "DATA"
                    }) {
                out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(in.readLine()).as(line).matches("(250|354).*");
            }
            out.write((message + "\r\n.\r\n").getBytes(StandardCharsets.UTF_8));
            return in.readLine();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.pageUrl() + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
