package nl.beleidsradar.search.deliver;

import static nl.beleidsradar.search.deliver.TestAlerts.alert;
import static nl.beleidsradar.search.deliver.TestAlerts.mail;
import static nl.beleidsradar.search.deliver.TestAlerts.subscription;
import static nl.beleidsradar.search.deliver.TestAlerts.webhook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Recipient;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.local.testing.MailServer;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The delivery on a real broker, with a real mail server and real webhooks. */
@Tag("once")
class DeliveryStreamIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    private KafkaServer kafka;
    private MailServer mails;
    private HttpServer hooks;
    private KafkaProducer<String, byte[]> producer;
    private final List<String> hooked = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private volatile int slow;
    private volatile boolean refusing;

    @BeforeEach
    void start() throws IOException {
        kafka = KafkaServer.start();
        mails = MailServer.start();
        hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Set<String> failed = new HashSet<>();
        hooks.createContext(
                "/",
                exchange -> {
                    String id = exchange.getRequestHeaders().getFirst("webhook-id");
                    boolean first;
                    synchronized (failed) {
                        first = id.hashCode() % 5 == 0 && failed.add(id);
                    }
                    try {
                        Thread.sleep(slow);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    int status = first ? 503 : refusing ? 410 : 204;
                    if (status == 204) {
                        hooked.add(id);
                    }
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        hooks.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : running) {
            closeable.close();
        }
        producer.close();
        hooks.stop(0);
        mails.close();
        kafka.close();
    }

    @Test
    void eachMessageOfAKilledProcessArrivesAndNoOther() throws Exception {
        slow = 60;
        Set<String> hookIds = new TreeSet<>();
        Set<String> mailIds = new TreeSet<>();
        for (int r = 0; r < 4; r++) {
            Recipient hook = webhook("http://127.0.0.1:" + port() + "/" + r);
            Recipient ann = mail("ann" + r + "@example.org");
            publish(subscription("h" + r, hook, Frequency.IMMEDIATE, false));
            publish(subscription("m" + r, ann, Frequency.IMMEDIATE, true));
            for (int i = 0; i < 25; i++) {
                raise(alert("hook-" + r + "-" + i, hook, "h" + r));
                hookIds.add("hook-" + r + "-" + i);
                raise(alert("mail-" + r + "-" + i, ann, "m" + r));
                mailIds.add("<mail-" + r + "-" + i + "@beleidsradar.localhost>");
            }
        }

        Process first = process("0");
        await().atMost(LONG).until(() -> hooked.size() > 20 && !messageIds().isEmpty());
        first.destroyForcibly().waitFor();
        mails.kill();
        Process second = process("0");
        await().atMost(LONG).until(() -> hooked.size() > 60);
        mails.restart();
        second.destroyForcibly().waitFor();
        process("0");

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(delivered())
                                .hasSize(200)
                                .allSatisfy((id, o) ->
                                        assertThat(o.state()).isEqualTo(State.DELIVERED)));
        assertThat(new TreeSet<>(hooked)).isEqualTo(hookIds);
        assertThat(new TreeSet<>(messageIds())).isEqualTo(mailIds);
        System.out.printf(
                "killed twice: %d webhooks and %d mails for 100 and 100%n",
                hooked.size(), messageIds().size());
    }

    @Test
    void twoInstancesShareTheWorkAndTakeItOver() throws Exception {
        slow = 20;
        for (int r = 0; r < 8; r++) {
            publish(subscription("h" + r, hook(r), Frequency.IMMEDIATE, false));
        }
        var one = DeliveryInstance.start(settings("0"));
        raiseFor(0, 30);
        await().atMost(LONG).until(() -> hooked.size() > 20);
        var two = DeliveryInstance.start(settings("1"));
        running.add(two::close);
        raiseFor(30, 60);
        await().atMost(LONG).until(() -> hooked.size() > 200);
        one.close();
        raiseFor(60, 80);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(delivered().values())
                                .filteredOn(o -> o.state() == State.DELIVERED)
                                .hasSize(8 * 80));
        assertThat(new TreeSet<>(hooked)).hasSize(8 * 80);
        System.out.printf("rebalanced twice: %d webhooks for %d%n", hooked.size(), 8 * 80);
    }

    @Test
    void aDigestComesAtItsTimeAfterTheAddressIsConfirmed() throws Exception {
        Recipient ann = mail("ann@example.org");
        Recipient bob = mail("bob@example.org");
        Recipient gone = mail("gone@example.org");
        publish(subscription("s1", ann, Frequency.DAILY, true));
        publish(subscription("s2", bob, Frequency.IMMEDIATE, false));
        LocalTime at = LocalTime.now(ZoneId.of("Europe/Amsterdam")).plusSeconds(25).withNano(0);
        String[] settings =
                settings(
                        "0",
                        "--beleidsradar.alerts.delivery.daily-at=" + at,
                        "--beleidsradar.alerts.delivery.grace=1s");
        running.add(DeliveryInstance.start(settings)::close);
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            raise(alert("d" + i, ann, "s1", Frequency.DAILY, null, now));
        }
        raise(alert("b", bob, "s2", Frequency.IMMEDIATE, null, now));
        raise(alert("g", gone, "s9", Frequency.IMMEDIATE, null, now));

        await().atMost(LONG)
                .until(() -> subjects().contains("Bevestig uw mailadres voor Beleidsradar"));
        await().atMost(LONG).until(() -> delivered().containsKey("g"));
        assertThat(delivered().get("g").state()).isEqualTo(State.DROPPED);
        assertThat(delivered()).doesNotContainKey("b");
        publish(subscription("s2", bob, Frequency.IMMEDIATE, true));
        await().atMost(LONG).until(() -> subjects().contains("Nieuw over Cyber: Motie b"));

        await().atMost(LONG)
                .until(() -> subjects().stream().anyMatch(s -> s.startsWith("Dagoverzicht")));
        assertThat(LocalTime.now(ZoneId.of("Europe/Amsterdam"))).isAfter(at);
        await().atMost(LONG).until(() -> delivered().get("d2").state() == State.DELIVERED);
        assertThat(subjects()).hasSize(3);
        assertThat(delivered().get("d0").message()).isEqualTo(delivered().get("d2").message());
    }

    @Test
    void noAlertOfAPollIsLeftBehindWhileAnotherCannotBeSetAside() throws Exception {
        publish(subscription("h0", hook(0), Frequency.IMMEDIATE, false));
        for (int p = 0; p < 4; p++) {
            send(p, "unreadable-" + p, "{".getBytes(StandardCharsets.UTF_8));
            send(p, "behind-" + p, EventJson.write(alert("behind-" + p, hook(0), "h0")));
        }
        var box = new LetterBox(kafka.bootstrapServers());
        box.refuse();
        var instance = DeliveryInstance.start(settings("0"));
        running.add(instance::close);
        var letters = instance.getBean(DeadLetters.class);
        await().atMost(LONG).until(() -> letters.health().getStatus().equals(Status.DOWN));

        box.accept();

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(new TreeSet<>(hooked))
                                .containsExactly("behind-0", "behind-1", "behind-2", "behind-3"));
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(box.letters())
                                .containsOnlyKeys(
                                        "unreadable-0",
                                        "unreadable-1",
                                        "unreadable-2",
                                        "unreadable-3"));
    }

    @Test
    void aRefusedAlertThatIsTriedAgainComesBackUntilItsSubscriptionIsMended() throws Exception {
        refusing = true;
        Subscription active = subscription("refused-hook", hook(0), Frequency.IMMEDIATE, false);
        publish(active);
        raise(alert("a", hook(0), "refused-hook"));
        var instance = DeliveryInstance.start(settings("0"));
        running.add(instance::close);
        var box = new LetterBox(kafka.bootstrapServers());
        await().atMost(LONG).until(() -> box.letters().containsKey("a"));
        var subscriptions = instance.getBean(Subscriptions.class);
        await().atMost(LONG)
                .until(() ->
                        subscriptions.find("refused-hook").orElseThrow().state()
                                == Subscription.State.BROKEN);
        await().atMost(LONG).until(() -> state("a").equals(Optional.of(State.FAILED)));

        box.retry("a");

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(box.letters())
                                .hasEntrySatisfying(
                                        "a",
                                        letter ->
                                                assertThat(letter.detail())
                                                        .isEqualTo(
                                                                "webhook: het abonnement werkt"
                                                                        + " niet")));
        assertThat(hooked).isEmpty();
        await().atMost(LONG)
                .until(() -> "het abonnement werkt niet".equals(delivered().get("a").detail()));
        refusing = false;
        publish(active);
        await().atMost(LONG)
                .until(() ->
                        subscriptions.find("refused-hook").orElseThrow().state()
                                == Subscription.State.ACTIVE);

        box.retry("a");

        await().atMost(LONG).until(() -> state("a").equals(Optional.of(State.DELIVERED)));
        assertThat(hooked).containsExactly("a");
        assertThat(box.letters()).isEmpty();
    }

    private void raiseFor(int from, int to) throws Exception {
        for (int r = 0; r < 8; r++) {
            for (int i = from; i < to; i++) {
                raise(alert("hook-" + r + "-" + i, hook(r), "h" + r));
            }
        }
    }

    private Recipient hook(int r) {
        return webhook("http://127.0.0.1:" + port() + "/" + r);
    }

    private int port() {
        return hooks.getAddress().getPort();
    }

    private String[] settings(String instance, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--spring.cloud.stream.kafka.binder.brokers="
                                        + kafka.bootstrapServers(),
                                "--beleidsradar.alerts.delivery.smtp=" + mails.smtp(),
                                "--beleidsradar.alerts.webhook.local-targets=true",
                                "--beleidsradar.alerts.ledger.instance=" + instance,
                                "--beleidsradar.ingest-url=http://127.0.0.1:1"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Process process(String instance) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DeliveryInstance.class.getName()));
        command.addAll(List.of(settings(instance)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        new File("target/delivery-instance.log")))
                        .start();
        running.add(() -> process.destroyForcibly().waitFor(10, TimeUnit.SECONDS));
        return process;
    }

    private void publish(Subscription subscription) throws Exception {
        producer.send(
                        new ProducerRecord<>(
                                Events.SUBSCRIPTIONS_TOPIC,
                                subscription.id(),
                                EventJson.write(subscription)))
                .get();
    }

    private void raise(AlertRaised alert) throws Exception {
        byte[] key = alert.recipient().getBytes(StandardCharsets.UTF_8);
        send(Utils.toPositive(Utils.murmur2(key)) % 4, alert.id(), EventJson.write(alert));
    }

    private void send(int partition, String id, byte[] alert) throws Exception {
        producer.send(new ProducerRecord<>(Events.RAISED_TOPIC, partition, id, alert)).get();
    }

    /** The last outcome of each alert. */
    private Map<String, AlertDelivered> delivered() {
        Map<String, AlertDelivered> outcomes = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    List.of(0, 1, 2, 3).stream()
                            .map(p -> new TopicPartition(Events.DELIVERED_TOPIC, p))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                    if (!r.key().startsWith(MessageIds.CONFIRMATION)) {
                        outcomes.put(r.key(), EventJson.read(r.value(), AlertDelivered.class));
                    }
                }
            }
        }
        return outcomes;
    }

    private Optional<State> state(String id) {
        return Optional.ofNullable(delivered().get(id)).map(AlertDelivered::state);
    }

    private List<String> messageIds() {
        return JsonPath.read(list(), "$.items[*].messageId");
    }

    private List<String> subjects() {
        return JsonPath.read(list(), "$.items[*].subject");
    }

    private String list() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(mails.pageUrl() + "/mails.json"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "{\"items\":[]}";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
