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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.service.EventJson;
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

/** Two instances of the service that change themes on one real broker. */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
class ThemeStreamIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static KafkaServer kafka;
    private static EnrichStub enrich;
    private static List<ServletWebServerApplicationContext> instances;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start();
        enrich = new EnrichStub();
        instances = Stream.of("0", "1").map(ThemeStreamIT::instance).toList();
    }

    private static ServletWebServerApplicationContext instance(String number) {
        return TestService.start(
                ElasticsearchServer.shared().url(),
                "target/store",
                kafka.bootstrapServers(),
                enrich.url().toString(),
                "--spring.cloud.stream.kafka.bindings.index-in-0.consumer.configuration"
                        + "[group.instance.id]=index-"
                        + number);
    }

    @AfterAll
    static void stop() {
        instances.forEach(ServletWebServerApplicationContext::close);
        enrich.close();
        kafka.close();
    }

    @Test
    void aReadsItsOwnWriteAtOnceAndTheOtherInstanceSoon() {
        HttpResponse<String> made = put(0, "weer", "id: weer\n", null);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(JsonPath.<Integer>read(get(0, "weer"), "$.version")).isEqualTo(1);
        assertThat(JsonPath.<String>read(get(0, "weer"), "$.retagging.state")).isEqualTo("waiting");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(get(1, "weer")).contains("\"version\":1"));
    }

    @Test
    void bLetsExactlyOneOfManyWinEachVersion() {
        put(0, "race", "id: race\n", null);
        for (int version = 1; version <= 5; version++) {
            String based = "\"" + version + "\"";
            List<CompletableFuture<HttpResponse<String>>> racing = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int instance = i % 2;
                String file = "id: race\n# writer " + i + " on " + version + "\n";
                racing.add(CompletableFuture.supplyAsync(() -> put(instance, "race", file, based)));
            }
            List<Integer> statuses = racing.stream().map(r -> r.join().statusCode()).toList();

            assertThat(statuses).isSubsetOf(200, 412, 503);
            assertThat(statuses.stream().filter(s -> s == 200).count())
                    .as(statuses.toString())
                    .isLessThanOrEqualTo(1);
            if (!statuses.contains(200)) {
                // All shut each other out: nothing may have changed, and the next one gets in.
                assertThat(put(0, "race", "id: race\n", based).statusCode()).isEqualTo(200);
            }
            int next = version + 1;
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        assertThat(get(0, "race")).contains("\"version\":" + next);
                        assertThat(get(0, "race")).isEqualTo(get(1, "race"));
                    });
        }
    }

    @Test
    void cGoesOnAfterRecordsThatAreNoThemes() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (String broken :
                    List.of(
                            "{",
                            "{}",
                            "{\"id\":\"weer\",\"version\":9,\"content\":\"[\",\"changed\":\"2026-11-21T09:30:00Z\"}",
                            "{\"id\":\"race\",\"version\":9,\"content\":\"id: race\\nversion: 9\","
                                    + "\"changed\":\"2026-11-21T09:30:00Z\"}")) {
                producer.send(
                                new ProducerRecord<>(
                                        Events.THEMES_TOPIC,
                                        "weer",
                                        broken.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            for (int partition = 0; partition < 4; partition++) {
                producer.send(
                                new ProducerRecord<>(
                                        Events.RETAGGED_TOPIC,
                                        "" + partition,
                                        EventJson.write(
                                                new ArchiveRetagged(
                                                        partition,
                                                        1_000,
                                                        900,
                                                        partition == 3 ? 1 : 2,
                                                        2,
                                                        1,
                                                        2,
                                                        0,
                                                        Instant.now()))))
                        .get();
            }
        }

        assertThat(put(1, "weer", "id: weer\n", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(get(1, "weer")).contains("\"version\":2");
        await().untilAsserted(() -> {
            String theme = get(1, "weer");
            assertThat(JsonPath.<String>read(theme, "$.retagging.state")).isEqualTo("running");
            assertThat(JsonPath.<Integer>read(theme, "$.retagging.documents")).isEqualTo(4);
            assertThat(JsonPath.<Integer>read(theme, "$.retagging.total")).isEqualTo(8);
        });
    }

    @Test
    void dSavesNothingWhileTheBrokerIsAway() {
        kafka.kill();
        Instant asked = Instant.now();
        HttpResponse<String> refused = put(0, "weer", "id: weer\n# lost\n", "\"2\"");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST);
        assertThat(refused.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(get(0, "weer")).contains("\"version\":2");

        kafka.restart();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(put(1, "weer", "id: weer\n# kept\n", "\"2\"").statusCode())
                                .isEqualTo(200));
        assertThat(get(1, "weer")).contains("# kept").contains("\"version\":3");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(0, "weer")).contains("# kept"));
    }

    private static String get(int instance, String id) {
        return send(instance, id, HttpRequest.newBuilder().GET()).body();
    }

    private static HttpResponse<String> put(int instance, String id, String file, String ifMatch) {
        var request =
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(file));
        return send(instance, id, ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static HttpResponse<String> send(int instance, String id, HttpRequest.Builder request) {
        int port = instances.get(instance).getWebServer().getPort();
        URI address = URI.create("http://127.0.0.1:" + port + "/api/themes/" + id);
        try {
            return HTTP.send(request.uri(address).build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
