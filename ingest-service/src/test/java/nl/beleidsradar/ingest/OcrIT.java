package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.ingest.extract.PageReader;
import nl.beleidsradar.ingest.extract.ScannedFiles;
import nl.beleidsradar.ingest.extract.TestFiles;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** From pictures of pages to text, and what is told where nothing can read them. */
class OcrIT {

    private static final List<String> SCANNED =
            List.of(
                    "Geachte voorzitter,",
                    "Het kabinet versterkt de weerbaarheid van de waterschappen.",
                    "De brief van 12 maart 2024 over spoorwegen is bijgevoegd.");
    private static final List<String> TYPED =
            List.of("Deze bladzijde is gewoon getypt en heeft al een leesbare tekst.");

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
    void saysWhatCouldNotBeReadAndReadsItOnceItCan() throws Exception {
        Path folder = Files.createDirectories(data.resolve("in"));
        Files.write(folder.resolve("scan.pdf"), ScannedFiles.pdf(List.of(), List.of(SCANNED)));
        Files.write(folder.resolve("half.pdf"), ScannedFiles.pdf(TYPED, List.of(SCANNED)));
        Files.write(folder.resolve("garbled.pdf"), ScannedFiles.garbled(SCANNED));
        Files.write(folder.resolve("typed.pdf"), TestFiles.pdf(TYPED.getFirst()));
        Files.write(folder.resolve("blank.pdf"), TestFiles.pdf(TYPED.getFirst(), ""));
        String watched = "--beleidsradar.ingest.folders=" + folder;
        try (RunningIngest without =
                new RunningIngest(brokers, data, watched, "--beleidsradar.ocr.enabled=false")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> events().size() == 4);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            get(without, "/api/failures")
                                    .contains("\"detail\":\"ocr-unavailable: "));
            assertThat(get(without, "/actuator/health")).contains("\"available\":false");
        }
        Map<String, List<DocumentExtracted>> before = byFile();
        assertThat(before.get("half.pdf").getLast().extraction().limits())
                .containsExactly("ocr-unavailable");
        assertThat(before.get("garbled.pdf").getLast().extraction().limits())
                .containsExactly("ocr-unavailable");
        assertThat(before.get("typed.pdf").getLast().extraction().limits()).isEmpty();
        assertThat(before.get("blank.pdf").getLast().extraction().limits()).isEmpty();

        try (RunningIngest with = new RunningIngest(brokers, data, watched)) {
            if (!with.bean(PageReader.class).isAvailable()) {
                System.out.println("tesseract with nld and eng is absent: tested without it");
                return;
            }
            await().atMost(Duration.ofSeconds(180)).until(() -> events().size() == 7);
            assertThat(get(with, "/api/failures")).contains("\"items\":[]");
            assertThat(get(with, "/actuator/prometheus"))
                    .contains("beleidsradar_ocr_available 1.0", "step=\"ocr\"");
            Files.write(
                    folder.resolve("later.pdf"),
                    ScannedFiles.pdf(List.of("Later gekomen, met een plaatje."), List.of(SCANNED)));
            await().atMost(Duration.ofSeconds(120)).until(() -> events().size() == 9);
        }
        Map<String, List<DocumentExtracted>> after = byFile();
        for (String file : List.of("scan.pdf", "half.pdf", "garbled.pdf", "later.pdf")) {
            DocumentExtracted event = after.get(file).getLast();
            assertThat(event.text()).contains("weerbaarheid van de waterschappen", "12 maart 2024");
            assertThat(event.extraction().ocr()).isTrue();
            assertThat(event.extraction().limits()).isEmpty();
            assertThat(event.extraction().parser()).contains("tesseract");
        }
        assertThat(after.get("half.pdf").getLast().text()).contains("gewoon getypt");
        assertThat(after.get("half.pdf").getLast().pages()).hasSize(2);
        assertThat(after.get("half.pdf").getLast().cause()).isEqualTo(Cause.RE_EXTRACTED);
        assertThat(after.get("later.pdf").getFirst().extraction().limits())
                .containsExactly("ocr-awaited");
        assertThat(after.get("typed.pdf")).hasSize(1);
        assertThat(after.get("blank.pdf")).hasSize(1);

        try (RunningIngest again = new RunningIngest(brokers, data, watched)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(again, "/actuator/health").contains("\"waiting\":0"));
            Files.writeString(folder.resolve("last.txt"), "Na de herstart.");
            await().atMost(Duration.ofSeconds(30)).until(() -> byFile().containsKey("last.txt"));
        }
        assertThat(events()).hasSize(10);
    }

    private static Map<String, List<DocumentExtracted>> byFile() {
        return events().stream()
                .collect(Collectors.groupingBy(d -> d.metadata().get("fileName").getFirst()));
    }

    private static List<DocumentExtracted> events() {
        return RunningIngest.events(brokers).stream()
                .map(r -> EventJson.read(r.value(), DocumentExtracted.class))
                .toList();
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
