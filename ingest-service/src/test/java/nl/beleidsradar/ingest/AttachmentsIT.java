package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.ingest.extract.TestFiles;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.LedgerEntry;
import nl.beleidsradar.ingest.ledger.PendingDocuments;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.ingest.store.FolderStore;
import nl.beleidsradar.ingest.store.Stored;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents inside documents, on a real broker, through the whole service. */
class AttachmentsIT {

    @TempDir static Path data;
    private static EmbeddedKafkaKraftBroker kafka;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        kafka = OneBroker.start();
        RunningIngest.createTopics(kafka.getBrokersAsString());
        ingest =
                new RunningIngest(
                        kafka.getBrokersAsString(),
                        data,
                        "--beleidsradar.extract.max-embedded-depth=2",
                        "--beleidsradar.extract.max-attachments=5",
                        "--beleidsradar.extract.max-embedded=8");
        await().atMost(Duration.ofSeconds(60)).until(() -> ledger().isLoaded());
    }

    @AfterAll
    static void stop() {
        ingest.close();
        kafka.destroy();
    }

    @Test
    void anAttachmentIsADocumentOfItsOwnThatNamesItsParent() throws Exception {
        give("brief", TestFiles.mail("Zie bijlage.", "nota.txt", "Over cyberweerbaarheid."));
        ends("upload:brief", DocumentState.EXTRACTED);
        ends("upload:brief~1", DocumentState.EXTRACTED);
        DocumentExtracted parent = event("upload:brief");
        DocumentExtracted child = event("upload:brief~1");
        assertThat(parent.text()).isEqualTo("Zie bijlage.");
        assertThat(parent.parentId()).isNull();
        assertThat(child.text()).isEqualTo("Over cyberweerbaarheid.");
        assertThat(child.title()).isEqualTo("Over cyberweerbaarheid.");
        assertThat(child.parentId()).isEqualTo("upload:brief");
        assertThat(child.source()).isEqualTo("upload");
        assertThat(child.metadata()).containsEntry("fileName", List.of("nota.txt"));
        try (InputStream bytes =
                ingest.bean(FolderStore.class).open(BlobRef.original(child.contentHash()))) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Over cyberweerbaarheid.");
        }
    }

    @Test
    void aNewVersionOfTheParentChangesOnlyWhatChangedInIt() throws Exception {
        give("map", TestFiles.zip("a.txt", "eerste", "b.txt", "blijft", "c.txt", "gaat weg"));
        ends("upload:map~3", DocumentState.EXTRACTED);
        ends("upload:map", DocumentState.EXTRACTED);
        give("map", TestFiles.zip("a.txt", "tweede", "b.txt", "blijft"));
        await().atMost(Duration.ofSeconds(60)).until(() -> events("upload:map~1").size() == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> events("upload:map").size() == 2);
        DocumentExtracted changed = event("upload:map~1");
        assertThat(changed.cause()).isEqualTo(Cause.NEW_VERSION);
        assertThat(changed.text()).isEqualTo("tweede");
        assertThat(changed.previous()).hasSize(1);
        assertThat(events("upload:map~2")).hasSize(1);
        assertThat(events("upload:map~3")).hasSize(2);
        assertThat(events("upload:map~3").getLast().value()).isNull();
        assertThat(ledger().entry("upload:map~3")).isEmpty();
    }

    @Test
    void aNewVersionThatCanHoldNothingTakesWhatWasInsideAway() throws Exception {
        give("plat", TestFiles.zip("a.txt", "gaat weg"));
        ends("upload:plat~1", DocumentState.EXTRACTED);
        ends("upload:plat", DocumentState.EXTRACTED);
        give("plat.txt", "plat", "Alleen nog tekst.".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(60)).until(() -> events("upload:plat").size() == 2);
        assertThat(event("upload:plat").text()).isEqualTo("Alleen nog tekst.");
        assertThat(events("upload:plat~1").getLast().value()).isNull();
        assertThat(ledger().entry("upload:plat~1")).isEmpty();
    }

    @Test
    void whatIsInsideWhatIsInsideGoesAsDeepAsTheLimit() throws Exception {
        byte[] innermost = TestFiles.zip("diep.txt", "te diep");
        byte[] inner = zip("binnen.zip", innermost);
        give("pop", zip("midden.zip", inner));
        ends("upload:pop~1~1", DocumentState.FAILED);
        assertThat(entry("upload:pop~1~1").reason()).isEqualTo(FailureReason.EMBEDDED_LIMIT);
        assertThat(event("upload:pop~1").parentId()).isEqualTo("upload:pop");
        assertThat(ledger().entry("upload:pop~1~1~1")).isEmpty();
    }

    @Test
    void aListedDocumentHoldsNoMoreOnAllLevelsThanTheLimitAndSaysSo() throws Exception {
        byte[] four = TestFiles.zip("1.txt", "a", "2.txt", "b", "3.txt", "c", "4.txt", "d");
        give("vol", zip("een.zip", four, "twee.zip", four, "drie.zip", four));
        ends("upload:vol", DocumentState.EXTRACTED);
        for (int i = 1; i <= 3; i++) {
            await().atMost(Duration.ofSeconds(60)).until(settled("upload:vol~" + i));
        }
        long inside =
                ledger().entries().stream().filter(e -> e.id().startsWith("upload:vol~")).count();
        assertThat(inside).isEqualTo(8);
        assertThat(
                        List.of(1, 2, 3).stream()
                                .map(i -> entry("upload:vol~" + i))
                                .filter(e ->
                                        e.limits().contains("embedded-limit")
                                                || e.reason() == FailureReason.EMBEDDED_LIMIT))
                .isNotEmpty();
    }

    @Test
    void attachmentsThatFailAreFailuresOfTheirOwnAndNotListed() throws Exception {
        long before = listed();
        give("deels", TestFiles.zip("goed.txt", "goed", "leeg.txt", " "));
        ends("upload:deels", DocumentState.EXTRACTED);
        ends("upload:deels~1", DocumentState.EXTRACTED);
        ends("upload:deels~2", DocumentState.FAILED);
        assertThat(get("/api/failures?reason=empty")).contains("\"upload:deels~2\"");
        assertThat(listed()).isEqualTo(before + 1);
        assertThat(get("/actuator/health"))
                .containsPattern("\"network\":\"(isolated|shared)\"")
                .contains("\"extraction\"");
    }

    @Test
    void whatLiesInAWithdrawnDocumentGoesWithItAndTheCountsAddUp() throws Exception {
        give("weg", zip("binnen.zip", TestFiles.zip("diep.txt", "diep", "leeg.txt", " ")));
        List<String> ids = List.of("upload:weg", "upload:weg~1", "upload:weg~1~1");
        ids.forEach(id -> ends(id, DocumentState.EXTRACTED));
        ends("upload:weg~1~2", DocumentState.FAILED);
        Map<String, Long> before = uploads();

        assertThat(ledger().withdraw("upload:weg")).isTrue();
        ingest.bean(PendingDocuments.class).add("upload:weg");

        for (String id :
                List.of("upload:weg", "upload:weg~1", "upload:weg~1~1", "upload:weg~1~2")) {
            ends(id, DocumentState.REFUSED);
            assertThat(entry(id).reason()).isEqualTo(FailureReason.TAKEN_DOWN);
            assertThat(events(id).getLast().value()).as(id).isNull();
        }
        Map<String, Long> after = uploads();
        assertThat(after.get("listed")).isEqualTo(before.get("listed"));
        assertThat(after.get("held")).isEqualTo(before.get("held") - 1);
        assertThat(after.get("refused")).isEqualTo(before.get("refused") + 1);
        assertThat(after.get("failed")).isEqualTo(before.get("failed"));
        assertThat(after.get("missingCount")).isZero();

        // Published again, all of it is back.
        give("weg", zip("binnen.zip", TestFiles.zip("diep.txt", "diep", "leeg.txt", " ")));
        ids.forEach(id -> ends(id, DocumentState.EXTRACTED));
        assertThat(event("upload:weg~1~1").text()).isEqualTo("diep");
    }

    private static Map<String, Long> uploads() throws Exception {
        Map<String, Long> counts = new HashMap<>();
        for (JsonNode source : JsonMapper.shared().readTree(get("/api/sources")).get("items")) {
            if (source.get("id").asString().equals("upload")) {
                for (String count :
                        List.of("listed", "held", "failed", "refused", "missingCount")) {
                    counts.put(count, source.get(count).asLong());
                }
            }
        }
        return counts;
    }

    private static long listed() {
        return ledger().entries().stream().filter(LedgerEntry::listed).count();
    }

    private static void give(String local, byte[] bytes) throws IOException {
        give(local + ".bin", local, bytes);
    }

    private static void give(String name, String local, byte[] bytes) throws IOException {
        Stored stored =
                ingest.bean(FolderStore.class)
                        .original(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        Receipt receipt =
                new Receipt(
                        stored.contentHash(),
                        stored.size(),
                        Facts.ofFile(name),
                        Instant.now(),
                        false);
        DocumentId id = new DocumentId("upload", local);
        assertThat(ledger().receive(id, receipt)).isTrue();
        ingest.bean(PendingDocuments.class).add(id.toString());
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static void ends(String id, DocumentState state) {
        await().atMost(Duration.ofSeconds(60)).until(settled(id));
        assertThat(entry(id).state()).as(id).isEqualTo(state);
    }

    private static java.util.concurrent.Callable<Boolean> settled(String id) {
        return () ->
                ledger().entry(id).filter(e -> e.state() != DocumentState.RECEIVED).isPresent();
    }

    private static HarvestLedger ledger() {
        return ingest.bean(HarvestLedger.class);
    }

    private static LedgerEntry entry(String id) {
        return ledger().entry(id).orElseThrow();
    }

    private static DocumentExtracted event(String id) {
        return EventJson.read(events(id).getLast().value(), DocumentExtracted.class);
    }

    private static List<ConsumerRecord<String, byte[]>> events(String id) {
        return RunningIngest.events(kafka.getBrokersAsString()).stream()
                .filter(r -> r.key().equals(id))
                .toList();
    }

    private static String get(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(ingest.url(path))).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
