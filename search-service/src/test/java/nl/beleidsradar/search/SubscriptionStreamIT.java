package nl.beleidsradar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.subscription.EditOutcome;
import nl.beleidsradar.search.subscription.SubscriptionDraft;
import nl.beleidsradar.search.subscription.SubscriptionEditing;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Two instances of the service that change subscriptions on one real broker. */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
class SubscriptionStreamIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MANY = 2_000;
    private static final String CYBER = "{\"name\":\"%s\",\"follow\":{\"theme\":\"cyber\"}}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static KafkaServer kafka;
    private static List<ServletWebServerApplicationContext> instances;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start();
        instances =
                new ArrayList<>(Stream.of("0", "1").map(SubscriptionStreamIT::instance).toList());
    }

    private static ServletWebServerApplicationContext instance(String number) {
        return TestService.start(
                ElasticsearchServer.shared().url(),
                "target/store",
                kafka.bootstrapServers(),
                "http://127.0.0.1:1",
                "--spring.cloud.stream.kafka.bindings.index-in-0.consumer.configuration"
                        + "[group.instance.id]=index-"
                        + number);
    }

    @AfterAll
    static void stop() {
        instances.forEach(ServletWebServerApplicationContext::close);
        kafka.close();
    }

    @Test
    void aIsInForceOnTheOtherInstanceOnceAcknowledged() {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> made = send(i % 2, "POST", "", CYBER.formatted("a" + i), null);
            assertThat(made.statusCode()).isEqualTo(201);
            String id = JsonPath.read(made.body(), "$.id");

            SubscriptionStream other = bean(1 - i % 2, SubscriptionStream.class);
            assertThat(other.awaitCurrent(SOON)).isTrue();
            assertThat(bean(1 - i % 2, Subscriptions.class).find(id)).isPresent();

            // Also without waiting, whoever is asked.
            assertThat(send(1 - i % 2, "DELETE", "/" + id, null, null).statusCode()).isEqualTo(204);
            assertThat(send(i % 2, "PUT", "/" + id, CYBER.formatted("x"), null).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void bLosesNoneOfManyRacingChangesSilently() {
        HttpResponse<String> made = send(0, "POST", "", CYBER.formatted("race"), null);
        String path = "/" + JsonPath.<String>read(made.body(), "$.id");
        for (int round = 0; round < 5; round++) {
            int before = version(path);
            List<Integer> matched = race(path, "\"" + before + "\"");
            assertThat(matched).isSubsetOf(200, 412, 503);
            assertThat(count(matched, 200)).isLessThanOrEqualTo(1);
            assertThat(version(path) - before).isEqualTo(count(matched, 200));

            int then = version(path);
            List<Integer> any = race(path, null);
            assertThat(any).isSubsetOf(200, 503);
            assertThat(count(any, 200)).isPositive();
            assertThat(version(path) - then).isEqualTo(count(any, 200));
        }
    }

    private static List<Integer> race(String path, String ifMatch) {
        List<CompletableFuture<Integer>> racing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int writer = i;
            racing.add(
                    CompletableFuture.supplyAsync(() ->
                            send(
                                            writer % 2,
                                            "PUT",
                                            path,
                                            CYBER.formatted("writer " + writer),
                                            ifMatch)
                                    .statusCode()));
        }
        return racing.stream().map(CompletableFuture::join).toList();
    }

    private static int count(List<Integer> statuses, int wanted) {
        return (int) statuses.stream().filter(s -> s == wanted).count();
    }

    private static int version(String path) {
        assertThat(bean(0, SubscriptionStream.class).awaitCurrent(SOON)).isTrue();
        return JsonPath.read(send(0, "GET", path, null, null).body(), "$.version");
    }

    @Test
    void cGoesOnAfterARecordThatIsNoSubscription() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (String broken : List.of("{", "{}", "[]", "{\"id\":\"other\"}")) {
                producer.send(
                                new ProducerRecord<>(
                                        Events.SUBSCRIPTIONS_TOPIC,
                                        "broken",
                                        broken.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
        HttpResponse<String> made = send(1, "POST", "", CYBER.formatted("daarna"), null);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(bean(0, SubscriptionStream.class).awaitCurrent(SOON)).isTrue();
        assertThat(bean(0, Subscriptions.class).find("broken")).isEmpty();
        assertThat(bean(0, Subscriptions.class).find(JsonPath.read(made.body(), "$.id")))
                .isPresent();
    }

    @Test
    void dReadsThousandsAtStartAndKeepsAllThroughARestart() {
        var editing = bean(0, SubscriptionEditing.class);
        var follow = new Follow("cyber", null, null, null, null, null);
        var draft =
                new SubscriptionDraft(
                        null, follow, null, Channel.Kind.INBOX, null, null, false, null);
        List<String> ids = new ArrayList<>();
        long started = System.nanoTime();
        for (int i = 0; i < MANY; i++) {
            EditOutcome made = editing.create("local", draft);
            assertThat(made).isInstanceOf(EditOutcome.Saved.class);
            ids.add(((EditOutcome.Saved) made).subscription().id());
        }
        double create = millis(started) / MANY;
        started = System.nanoTime();
        for (String id : ids.subList(0, 200)) {
            assertThat(editing.end(id, null)).isInstanceOf(EditOutcome.Ended.class);
        }
        double end = millis(started) / 200;
        var current = bean(1, SubscriptionStream.class);
        started = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(current.awaitCurrent(SOON)).isTrue();
        }
        double look = millis(started) / 200;

        Map<String, Subscription> before = held(0);
        instances.get(1).close();
        instances.set(1, instance("1"));
        started = System.nanoTime();
        assertThat(bean(1, SubscriptionStream.class).awaitCurrent(LONGEST)).isTrue();
        System.out.printf(
                Locale.ROOT,
                "subscriptions: %.1f ms per create, %.1f ms per delete, %.1f ms to know to be"
                        + " current, %d read %.0f ms after the start%n",
                create,
                end,
                look,
                before.size(),
                millis(started));
        assertThat(before).hasSizeGreaterThanOrEqualTo(MANY - 200);
        assertThat(held(1)).isEqualTo(before);
        assertThat(bean(1, Subscriptions.class).count("local")).isEqualTo(before.size());
    }

    @Test
    void eSavesNothingWhileTheBrokerIsAway() {
        Map<String, Subscription> before = held(0);
        kafka.kill();
        for (int instance : List.of(0, 1)) {
            Instant asked = Instant.now();
            HttpResponse<String> refused = send(instance, "POST", "", CYBER.formatted("weg"), null);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("not saved");
        }
        assertThat(bean(0, SubscriptionStream.class).awaitCurrent(Duration.ofSeconds(3))).isFalse();
        // What is known is still told.
        assertThat(send(0, "GET", "", null, null).statusCode()).isEqualTo(200);

        kafka.restart();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(send(1, "POST", "", CYBER.formatted("terug"), null).statusCode())
                                .isEqualTo(201));
        await().atMost(LONGEST).until(() -> bean(0, SubscriptionStream.class).awaitCurrent(SOON));
        assertThat(held(0)).isEqualTo(held(1)).containsAllEntriesOf(before);
        assertThat(held(0).values()).extracting(Subscription::name).doesNotContain("weg");
        assertThat(send(0, "POST", "", CYBER.formatted("ook"), null).statusCode()).isEqualTo(201);
    }

    private static Map<String, Subscription> held(int instance) {
        assertThat(bean(instance, SubscriptionStream.class).awaitCurrent(LONGEST)).isTrue();
        return bean(instance, Subscriptions.class).all().stream()
                .collect(java.util.stream.Collectors.toMap(Subscription::id, s -> s));
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static <T> T bean(int instance, Class<T> type) {
        return instances.get(instance).getBean(type);
    }

    private static HttpResponse<String> send(
            int instance, String method, String path, String body, String ifMatch) {
        int port = instances.get(instance).getWebServer().getPort();
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + port + "/api/subscriptions" + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
