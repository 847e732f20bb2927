package nl.beleidsradar.search.deliver;

import static nl.beleidsradar.search.deliver.TestAlerts.SECRET;
import static nl.beleidsradar.search.deliver.TestAlerts.alert;
import static nl.beleidsradar.search.deliver.TestAlerts.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.subscription.WebhookTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhooks against servers that behave as badly as real ones. */
@Tag("once")
class WebhookDeliveryIT {

    private static final DeliverySettings SETTINGS =
            TestAlerts.settings("connect-timeout", "1s", "answer-timeout", "2s");

    private ServerSocket server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aSignedMessageIsAccepted() throws Exception {
        answer("HTTP/1.1 204 No Content\r\n\r\n", 0);

        assertThat(deliver()).isInstanceOf(Attempt.Accepted.class);

        String request = received.getFirst();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        Map<String, List<String>> headers = headers(request);
        assertThat(headers.get("webhook-id")).containsExactly("a1");
        new Webhook(SECRET).verify(body, headers);
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("mention.new");
        assertThat(JsonPath.<String>read(body, "$.timestamp")).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(JsonPath.<String>read(body, "$.data.id")).isEqualTo("a1");
        assertThat(JsonPath.<String>read(body, "$.data.document.published"))
                .isEqualTo("2026-11-20");
        assertThat(JsonPath.<String>read(body, "$.data.mentions[0].change"))
                .isEqualTo("new-document");
        assertThat(JsonPath.<String>read(body, "$.data.mentions[0].subject.kind"))
                .isEqualTo("theme");
        assertThat(body).doesNotContain("null");
    }

    @Test
    void everyKeyThatIsValidSigns() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0);
        String other = "whsec_" + "bmV3ZXIga2V5IG5ld2VyIGtleSE=";
        Instant now = Instant.now();
        deliver(
                List.of(
                        new Channel.Secret(other, null),
                        new Channel.Secret(SECRET, now.plusSeconds(60)),
                        new Channel.Secret("whsec_" + "b2xkIGtleSBvbGQga2V5", now.minusSeconds(1))),
                new WebhookTarget(true),
                url());

        String signatures = headers(received.getFirst()).get("webhook-signature").getFirst();
        assertThat(signatures.split(" ")).hasSize(2).allMatch(s -> s.startsWith("v1,"));
        String request = received.getFirst();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        new Webhook(other).verify(body, headers(request));
        new Webhook(SECRET).verify(body, headers(request));
    }

    @Test
    void aFailureIsTriedAgain() throws Exception {
        answer("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", 0);
        assertThat(reason(deliver())).isEqualTo("status-5xx");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        answer(
                "HTTP/1.1 302 Found\r\nLocation: " + url() + "/other\r\nContent-Length: 0\r\n\r\n",
                0);
        assertThat(reason(deliver())).isEqualTo("redirect");
        assertThat(received).hasSize(1);
    }

    @Test
    void goneEndsIt() throws Exception {
        answer("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", 0);
        assertThat(deliver()).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void aBusyReceiverSaysWhen() throws Exception {
        answer("HTTP/1.1 429 Busy\r\nRetry-After: 77\r\nContent-Length: 0\r\n\r\n", 0);
        assertThat(((Attempt.Again) deliver()).notBefore()).isEqualTo(Duration.ofSeconds(77));
    }

    @Test
    void aReceiverThatHangsIsLeft() throws Exception {
        answer("", 60_000);
        assertWithin(Duration.ofSeconds(5), "timed-out");
    }

    @Test
    void oneByteASecondIsLeft() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 1_000);
        assertWithin(Duration.ofSeconds(5), "timed-out");
    }

    @Test
    void anAnswerWithoutAnEndCountsByItsStatus() throws Exception {
        answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1 << 20), 0);
        assertThat(deliver()).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws Exception {
        answer(null, 0);
        assertThat(reason(deliver())).isEqualTo("broken-connection");
    }

    @Test
    void nobodyListens() throws Exception {
        server.close();
        assertThat(reason(deliver())).isEqualTo("unreachable");
    }

    @Test
    void aNameThatLeadsToThisMachineIsRefusedAtTheCall() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0);
        String name = "http://localhost:" + server.getLocalPort();
        assertThat(
                        reason(
                                deliver(
                                        List.of(new Channel.Secret(SECRET, null)),
                                        new WebhookTarget(false),
                                        name)))
                .isEqualTo("forbidden-address");
        assertThat(received).isEmpty();
    }

    private void assertWithin(Duration limit, String reason) {
        long started = System.nanoTime();
        assertThat(reason(deliver())).isEqualTo(reason);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(limit);
    }

    private static String reason(Attempt attempt) {
        return ((Attempt.Again) attempt).reason();
    }

    private Attempt deliver() {
        return deliver(List.of(new Channel.Secret(SECRET, null)), new WebhookTarget(true), url());
    }

    private Attempt deliver(List<Channel.Secret> secrets, WebhookTarget allowed, String url) {
        Recipient recipient = webhook(url);
        Subscription s = TestAlerts.subscription("s1", recipient, Frequency.IMMEDIATE, false);
        subscriptions.take(
                "s1",
                new Subscription(
                        s.id(),
                        s.owner(),
                        s.name(),
                        s.follow(),
                        null,
                        new Channel(Channel.Kind.WEBHOOK, url, null, secrets),
                        s.frequency(),
                        false,
                        s.state(),
                        null,
                        1,
                        s.created(),
                        s.changed(),
                        s.token()));
        var delivery =
                new WebhookDelivery(new Followers(subscriptions, SETTINGS), SETTINGS, allowed);
        return delivery.deliver(
                new Letter(recipient, "a1", List.of(alert("a1", recipient, "s1")), 0));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
    }

    /**
     * @param answer null to close the connection
     * @param pause before each byte of it
     */
    private void answer(String answer, int pause) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!server.isClosed()) {
                        try (Socket socket = server.accept()) {
                            received.add(request(socket.getInputStream()));
                            if (answer == null) {
                                continue;
                            }
                            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                            if (pause == 0) {
                                socket.getOutputStream().write(bytes);
                                continue;
                            }
                            Thread.sleep(pause);
                            for (byte b : bytes) {
                                socket.getOutputStream().write(b);
                                Thread.sleep(pause);
                            }
                        } catch (IOException | InterruptedException e) {
                            // the client left
                        }
                    }
                });
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int length = Integer.parseInt(headers(head.toString()).get("content-length").getFirst());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers(String request) {
        Map<String, List<String>> all = new HashMap<>();
        String head = request.substring(0, request.indexOf("\r\n\r\n"));
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                all.computeIfAbsent(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                _ -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return all;
    }
}
