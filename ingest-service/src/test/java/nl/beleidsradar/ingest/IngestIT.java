package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.extract.TestFiles;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class IngestIT {

    private static EmbeddedKafkaKraftBroker kafka;
    private static String brokers;

    @TempDir static Path data;

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = OneBroker.start();
        brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
    }

    @AfterAll
    static void stopBroker() {
        kafka.destroy();
    }

    @Test
    void bringsEachFileOfAWatchedFolderToTheLogOrToANamedFailureAndOnlyOnce() throws Exception {
        Path folder = Files.createDirectories(data.resolve("in"));
        try (Stream<Path> seeds = Files.list(Gold.seeds())) {
            for (Path seed : seeds.toList()) {
                Files.copy(seed, folder.resolve(seed.getFileName()));
            }
        }
        String watched = "--beleidsradar.ingest.folders=" + folder;
        try (RunningIngest ingest = new RunningIngest(brokers, data, watched)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> held(ingest) == 5);
            byte[] random = new byte[5000];
            new Random(7).nextBytes(random);
            Files.write(folder.resolve("random.bin"), random);
            Files.write(folder.resolve("empty.pdf"), new byte[0]);
            Files.write(folder.resolve("secret.pdf"), TestFiles.encryptedPdf());
            Files.write(folder.resolve("pages.pdf"), TestFiles.pdf("Eerste blad", "Tweede blad"));
            Files.writeString(folder.resolve("large.txt"), "Ruim vijf megabyte. ".repeat(262_144));
            await().atMost(Duration.ofSeconds(60)).until(() -> held(ingest) == 7);
            assertThat(get(ingest, "/api/failures"))
                    .contains("\"unsupported-type\"", "\"empty\"", "\"encrypted\"");
            assertThat(get(ingest, "/api/sources"))
                    .contains(
                            "\"id\":\"folder\"",
                            "\"listed\":10",
                            "\"held\":7",
                            "\"failed\":2",
                            "\"refused\":1",
                            "\"missingCount\":0");
            assertThat(get(ingest, "/actuator/health/readiness")).contains("\"UP\"");
            assertThat(get(ingest, "/actuator/prometheus"))
                    .contains("beleidsradar_step_seconds_count{", "step=\"publish\"");
            Files.copy(
                    folder.resolve("pages.pdf"),
                    folder.resolve("pages.part"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.move(folder.resolve("pages.pdf"), folder.resolve("moved.pdf"));
        }
        check(RunningIngest.events(brokers));
        try (RunningIngest again = new RunningIngest(brokers, data, watched)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> held(again) == 7);
            Files.writeString(folder.resolve("later.txt"), "Dit stuk kwam na de herstart.");
            await().atMost(Duration.ofSeconds(30)).until(() -> held(again) == 8);
        }
        assertThat(RunningIngest.events(brokers)).hasSize(8);
    }

    private static void check(List<ConsumerRecord<String, byte[]>> records) throws Exception {
        assertThat(records).hasSize(7);
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                IngestIT.class.getResourceAsStream(
                                        "/contract/schema/document-extracted.v1.json"));
        for (ConsumerRecord<String, byte[]> record : records) {
            String json = new String(record.value(), StandardCharsets.UTF_8);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(headers(record))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "nl.beleidsradar.document.extracted.v1")
                    .containsEntry("ce_subject", record.key())
                    .containsEntry("content-type", "application/json")
                    .containsKeys("ce_id", "ce_time", "ce_source", "traceparent");
        }
        Map<String, DocumentExtracted> byFile =
                records.stream()
                        .map(r -> EventJson.read(r.value(), DocumentExtracted.class))
                        .collect(
                                Collectors.toMap(
                                        d -> d.metadata().get("fileName").getFirst(), d -> d));
        try (Stream<Path> seeds = Files.list(Gold.seeds())) {
            for (Path seed : seeds.toList()) {
                DocumentExtracted event = byFile.get(seed.getFileName().toString());
                assertThat(event.text()).isEqualTo(Files.readString(seed));
                assertThat(event.cause()).isEqualTo(Cause.BACK_FILL);
                assertThat(event.language()).isEqualTo("nl");
                assertThat(event.id())
                        .isEqualTo("folder:" + BlobRef.hash(Files.readAllBytes(seed)));
            }
        }
        DocumentExtracted pages = byFile.get("pages.pdf");
        assertThat(pages.cause()).isEqualTo(Cause.NEW);
        assertThat(pages.pages()).hasSize(2);
        assertThat(pages.text().substring(pages.pages().get(1))).startsWith("Tweede blad");
        DocumentExtracted large = byFile.get("large.txt");
        assertThat(large.text()).isNull();
        Path stored = data.resolve("store/texts");
        String hash = BlobRef.parse(large.textRef()).hash();
        assertThat(stored.resolve(hash.substring(7, 9)).resolve(hash)).hasSize(5_242_880);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return Stream.of(record.headers().toArray())
                .collect(
                        Collectors.toMap(
                                Header::key,
                                h -> new String(h.value(), StandardCharsets.UTF_8),
                                (a, b) -> b));
    }

    private static long held(RunningIngest ingest) throws Exception {
        String folder = get(ingest, "/api/sources").split("\"id\":\"folder\"", 2)[1];
        return Long.parseLong(folder.replaceAll("(?s).*?\"held\":(\\d+).*", "$1"));
    }

    private static String get(RunningIngest ingest, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(ingest.url(path))).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
