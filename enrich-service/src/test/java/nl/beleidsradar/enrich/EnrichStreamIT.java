package nl.beleidsradar.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.FolderDocuments;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service between the real topics of a real broker. */
class EnrichStreamIT {

    private static final String DEAD = "documents.extracted.enrich.dlq";

    @TempDir private static Path store;

    private static KafkaServer broker;
    private static ConfigurableApplicationContext service;
    private static LogProbe log;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaServer.start();
        // What is on the topic before the group first reads it counts too.
        List<TopicPartition> watched =
                new ArrayList<>(LogProbe.partitions(Events.ENRICHED_TOPIC, 4));
        watched.add(new TopicPartition(DEAD, 0));
        log = new LogProbe(broker.bootstrapServers(), watched);
        send(
                "tk:early",
                EventJson.write(Documents.inline("tk:early", "Brief", "Over ransomware.")));
        service = startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
        broker.close();
    }

    @Test
    void readsWhatWasThereBeforeItFirstStarted() {
        assertThat(enriched("tk:early").themes()).extracting(ThemeTag::id).containsExactly("cyber");
    }

    @Test
    void passesADocumentOnUnderItsKeyWithItsThemesAndTrace() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        DocumentExtracted document =
                Documents.inline("tk:2024D1", "Klimaatwet", "Nederland telt cyberaanvallen.");
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(
                        Events.EXTRACTED_TOPIC, document.id(), EventJson.write(document));
        sent.headers().add("traceparent", trace.getBytes(UTF_8));
        log.send(sent).get(30, TimeUnit.SECONDS);

        ConsumerRecord<String, byte[]> received = received(ofKey("tk:2024D1"));

        DocumentEnriched enriched = EventJson.read(received.value(), DocumentEnriched.class);
        assertThat(enriched.document()).isEqualTo(document);
        assertThat(enriched.themes()).extracting(ThemeTag::id).containsExactly("cyber", "klimaat");
        assertThat(header(received, "ce_type")).isEqualTo(Events.ENRICHED_TYPE);
        assertThat(header(received, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(received, "ce_subject")).isEqualTo("tk:2024D1");
        assertThat(header(received, "ce_source")).isEqualTo("/enrich-service");
        assertThat(header(received, "ce_id")).isNotBlank();
        assertThat(header(received, "ce_time")).isNotBlank();
        assertThat(header(received, "content-type")).isEqualTo("application/json");
        assertThat(header(received, "traceparent"))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .isNotEqualTo(trace);
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOn() throws Exception {
        // One partition, so that the good one waits behind the bad ones.
        send("bad:json", 2, "{\"id\":".getBytes(UTF_8));
        send("bad:fields", 2, "{\"id\":\"tk:x\"}".getBytes(UTF_8));
        DocumentExtracted noText =
                Documents.stored("bad:text", "Brief", BlobRef.ofText("weg").toString());
        send("bad:text", 2, EventJson.write(noText));
        send("tk:good", 2, EventJson.write(Documents.inline("tk:good", "Brief", "Klimaatwet")));

        assertThat(enriched("tk:good").themes()).hasSize(1);
        for (String key : List.of("bad:json", "bad:fields", "bad:text")) {
            ConsumerRecord<String, byte[]> dead = received(ofKey(key));
            assertThat(dead.topic()).isEqualTo(DEAD);
        }
        assertThat(received(ofKey("bad:json")).value()).isEqualTo("{\"id\":".getBytes(UTF_8));
        assertThat(metrics())
                .contains("reason=\"unreadable-event\"", "reason=\"text-not-in-store\"");
    }

    @Test
    void aLargeTextStaysInTheStoreOnBothSides() throws Exception {
        String text =
                "De Kamer sprak over cyberbeveiliging.\n\n" + "Gewone tekst. ".repeat(360_000);
        BlobRef ref = BlobRef.ofText(text);
        Path file = new FolderDocuments(store).path(ref);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        byte[] event = EventJson.write(Documents.inline("tk:large", "Brief", text));
        assertThat(text.length()).isGreaterThan(5_000_000);
        assertThat(event.length).isLessThan(Events.MAX_INLINE);

        send("tk:large", event);

        DocumentEnriched enriched = enriched("tk:large");
        assertThat(enriched.document().text()).isNull();
        assertThat(enriched.document().textRef()).isEqualTo(ref.toString());
        assertThat(enriched.themes().getFirst().passages().getFirst().text())
                .isEqualTo("De Kamer sprak over cyberbeveiliging.");
    }

    @Test
    void anInlineTextThatNoLongerFitsIsLeftInTheStore() throws Exception {
        String text =
                ("Over cyberaanvallen en cyberweerbaarheid spreekt de Kamer nu al wekenlang, "
                                + "zonder dat het tot een besluit kwam. ")
                        .repeat(9_000);
        byte[] event = EventJson.write(Documents.inline("tk:dense", "Brief", text));
        assertThat(event.length).isBetween(900_000, Events.MAX_INLINE);

        send("tk:dense", event);

        ConsumerRecord<String, byte[]> received = received(ofKey("tk:dense"));
        assertThat(EventJson.read(received.value(), DocumentEnriched.class).document().textRef())
                .isEqualTo(BlobRef.ofText(text).toString());
    }

    @Test
    void aTakedownGoesOnAsATombstone() throws Exception {
        send("tk:gone", null);

        ConsumerRecord<String, byte[]> received = received(ofKey("tk:gone"));

        assertThat(received.topic()).isEqualTo(Events.ENRICHED_TOPIC);
        assertThat(received.value()).isNull();
    }

    @Test
    void losesNothingWhenTheBrokerDiesUnderIt() throws Exception {
        int documents = 400;
        for (int i = 0; i < documents; i++) {
            send(
                    "kill:" + i,
                    EventJson.write(Documents.inline("kill:" + i, "Brief", "Klimaatwet")));
            if (i == documents / 2) {
                broker.kill();
                Thread.sleep(3_000);
                broker.restart();
            }
        }

        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < documents; i++) {
            missing.add("kill:" + i);
        }
        log.until(probe -> {
            probe.seen().forEach(seen -> missing.remove(seen.key()));
            return missing.isEmpty();
        });
        assertThat(log.seen())
                .filteredOn(r -> r.topic().equals(DEAD))
                .extracting(ConsumerRecord::key)
                .noneMatch(key -> key.startsWith("kill:"));
    }

    @Test
    void saysItIsReadyOnlyTogetherWithTheBroker() throws Exception {
        assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/health/liveness")).contains("\"status\":\"UP\"");
    }

    private static ConfigurableApplicationContext startService() {
        return new SpringApplicationBuilder(EnrichApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers(),
                        "--beleidsradar.store.folder=" + store);
    }

    private static void send(String key, byte[] value) throws Exception {
        send(key, null, value);
    }

    private static void send(String key, Integer partition, byte[] value) throws Exception {
        log.send(new ProducerRecord<>(Events.EXTRACTED_TOPIC, partition, key, value))
                .get(30, TimeUnit.SECONDS);
    }

    private static DocumentEnriched enriched(String key) {
        return EventJson.read(received(ofKey(key)).value(), DocumentEnriched.class);
    }

    private static ConsumerRecord<String, byte[]> received(
            Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return log.received(wanted);
    }

    private static Predicate<ConsumerRecord<String, byte[]>> ofKey(String key) {
        return r -> key.equals(r.key());
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        assertThat(received.headers().lastHeader(name)).as(name).isNotNull();
        return new String(received.headers().lastHeader(name).value(), UTF_8);
    }

    private static String metrics() throws Exception {
        return get("/actuator/prometheus");
    }

    private static String get(String path) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
