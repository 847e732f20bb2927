package nl.beleidsradar.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a machine where Kafka is down at first. */
@Tag("once")
class WithoutBrokerIT {

    @Test
    void startsAnswersAndJoinsTheStreamOnceThereIsABroker() throws Exception {
        try (KafkaServer broker = KafkaServer.start();
                HttpClient http = HttpClient.newHttpClient()) {
            send(broker.bootstrapServers());
            broker.kill();
            long started = System.nanoTime();
            try (ConfigurableApplicationContext service = start(broker.bootstrapServers())) {
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .isLessThan(Duration.ofSeconds(40));
                String base =
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port");

                HttpResponse<String> analyzed =
                        post(http, base + "/api/analyze", "Een cyberaanval.");
                assertThat(analyzed.statusCode()).isEqualTo(200);
                assertThat(analyzed.body()).contains("\"id\":\"cyber\"");
                triesAThemeAsFarAsItCan(http, base);
                assertThat(readiness(http, base)).isEqualTo(503);

                broker.restart();

                assertThat(firstEnriched(broker.bootstrapServers())).isEqualTo("tk:late");
                await().atMost(Duration.ofSeconds(30)).until(() -> readiness(http, base) == 200);
            }
        }
    }

    private static ConfigurableApplicationContext start(String brokers) {
        return new SpringApplicationBuilder(EnrichApplication.class)
                .run("--server.port=0", "--spring.cloud.stream.kafka.binder.brokers=" + brokers);
    }

    /** A check needs no archive; a preview does, and says that it is away. */
    private static void triesAThemeAsFarAsItCan(HttpClient http, String base) throws Exception {
        String theme = RulesInForceTest.content("zee", "zeewier");
        assertThat(post(http, base + "/api/themes/check", theme).statusCode()).isEqualTo(200);
        assertThat(post(http, base + "/api/themes/check", "x".repeat(1_100_000)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> preview = post(http, base + "/api/themes/preview", theme);
        assertThat(preview.statusCode()).isEqualTo(503);
        assertThat(preview.body()).contains("archive cannot be read");
    }

    private static HttpResponse<String> post(HttpClient http, String address, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "text/plain")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int readiness(HttpClient http, String base) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void send(String brokers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] event =
                    EventJson.write(Documents.inline("tk:late", "Brief", "Een cyberaanval."));
            producer.send(
                            new ProducerRecord<>(
                                    Events.EXTRACTED_TOPIC, 1, "tk:late".getBytes(UTF_8), event))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static String firstEnriched(String brokers) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    List.of(0, 1, 2, 3).stream()
                            .map(p -> new TopicPartition(Events.ENRICHED_TOPIC, p))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (int i = 0; i < 120; i++) {
                var records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    return new String(records.iterator().next().key(), UTF_8);
                }
            }
            throw new AssertionError("nothing within a minute");
        }
    }
}
