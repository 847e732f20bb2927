package nl.beleidsradar.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.FolderDocuments;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.PublishedDocuments;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.DeadLetters;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters of every consumer on a real broker: listed with the rest, and sent back. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class FailuresIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static EmbeddedKafkaKraftBroker kafka;
    private static String brokers;
    private static DeadLetters letters;
    private static RunningIngest ingest;

    @TempDir static Path data;

    @BeforeAll
    static void start() throws Exception {
        kafka = OneBroker.start();
        brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic("documents.enriched.index.retry", 1, (short) 1),
                                    new NewTopic("documents.enriched.match.retry", 1, (short) 1),
                                    new NewTopic("alerts.inbox.retry", 1, (short) 1),
                                    new NewTopic("alerts.candidates", 4, (short) 1),
                                    new NewTopic("alerts.raised", 4, (short) 1)))
                    .all()
                    .get();
        }
        letters =
                new DeadLetters(
                        Map.of("bootstrap.servers", (Object) brokers), new SimpleMeterRegistry());
        ingest = new RunningIngest(brokers, data);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        ingest.close();
        letters.close();
        kafka.destroy();
    }

    @Test
    void aListsTheDeadLettersOfEveryConsumer() throws Exception {
        enter("ob:kst-1");
        enter("ob:kst-2");
        dead(
                "documents.extracted.enrich.dlq",
                "documents.extracted",
                "ob:kst-1",
                example("document-extracted.v1.inline"));
        dead(
                "documents.enriched.index.dlq",
                "documents.enriched",
                "ob:kst-2",
                example("document-enriched.v1"));
        dead(
                "documents.enriched.match.dlq",
                "documents.enriched",
                "ob:kst-2",
                "{\"document\":".getBytes(UTF_8));
        dead(
                "alerts.candidates.ledger.dlq",
                "alerts.candidates",
                "local/mail/a@b",
                "{}".getBytes(UTF_8));
        dead("alerts.raised.deliver.dlq", "alerts.raised", "a1", example("alert-raised.v1"));
        dead("alerts.inbox.dlq", "alerts.delivered", "a2", example("alert-delivered.v1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> items("").size() == 6);
        List<JsonNode> all = items("");
        assertThat(all)
                .extracting(i -> i.get("stage").asString())
                .containsExactlyInAnyOrder(
                        "enrich", "index", "match", "match", "deliver", "deliver");
        JsonNode enrich = of(all, "enrich");
        assertThat(enrich.get("documentId").asString()).isEqualTo("ob:kst-1");
        assertThat(enrich.get("source").asString()).isEqualTo("ob");
        assertThat(enrich.get("reason").asString()).isEqualTo("refused");
        assertThat(enrich.get("detail").asString()).isEqualTo("because of a test");
        assertThat(enrich.get("attempts").asInt()).isEqualTo(1);
        assertThat(enrich.get("title").asString()).isNotBlank();
        assertThat(enrich.has("key")).isFalse();
        assertThat(of(all, "index").get("title").asString()).isNotBlank();
        assertThat(items("?stage=match")).hasSize(2);
        assertThat(items("?source=ob")).hasSize(4);
        assertThat(items("?reason=refused&stage=index")).hasSize(1);
        assertThat(items("?reason=encrypted")).isEmpty();
        assertThat(get("/api/failures?stage=elders").statusCode()).isEqualTo(400);
        assertThat(get("/api/failures?after=zomaar").statusCode()).isEqualTo(400);
    }

    @Test
    void bSendsOneBackToItsConsumerAlone() throws Exception {
        assertThat(post("/api/failures/ob:kst-1/retry").body()).contains("\"retried\":1");

        List<ConsumerRecord<byte[], byte[]>> sent = read("documents.extracted", 4, 1);
        assertThat(sent.getFirst().value()).isEqualTo(example("document-extracted.v1.inline"));
        assertThat(sent.getFirst().key()).isEqualTo("ob:kst-1".getBytes(UTF_8));
        assertThat(header(sent.getFirst(), "ce_id")).isEqualTo("4711");
        await().atMost(Duration.ofSeconds(20)).until(() -> items("?stage=enrich").isEmpty());
        assertThat(post("/api/failures/ob:kst-1/retry").statusCode()).isEqualTo(404);
        assertThat(items("")).hasSize(5);
    }

    @Test
    void cKnowsHowOftenARecordWasSetAside() throws Exception {
        ConsumerRecord<byte[], byte[]> again = read("documents.extracted", 4, 1).getFirst();
        DeadLetter second = DeadLetter.of(again, "refused", "once more");
        letters.setAside("documents.extracted.enrich.dlq", second.key(), second, again);

        await().atMost(Duration.ofSeconds(20)).until(() -> items("?stage=enrich").size() == 1);
        JsonNode enrich = items("?stage=enrich").getFirst();
        assertThat(enrich.get("attempts").asInt()).isEqualTo(2);
        assertThat(enrich.get("detail").asString()).isEqualTo("once more");
    }

    @Test
    void dSendsBackAllOfAKind() throws Exception {
        assertThat(post("/api/failures/retry?source=ob&stage=index").body())
                .contains("\"retried\":1");
        assertThat(read("documents.enriched.index.retry", 1, 1)).hasSize(1);

        assertThat(post("/api/failures/retry?reason=refused").body()).contains("\"retried\":5");

        assertThat(read("documents.enriched.match.retry", 1, 1)).hasSize(1);
        ConsumerRecord<byte[], byte[]> candidate = read("alerts.candidates", 4, 1).getFirst();
        assertThat(candidate.partition()).isEqualTo(2);
        assertThat(candidate.key()).isEqualTo("local/mail/a@b".getBytes(UTF_8));
        ConsumerRecord<byte[], byte[]> raised = read("alerts.raised", 4, 1).getFirst();
        assertThat(raised.partition()).isEqualTo(2);
        assertThat(DeadLetter.isRetry(raised.headers())).isTrue();
        ConsumerRecord<byte[], byte[]> listed = read("alerts.inbox.retry", 1, 1).getFirst();
        assertThat(DeadLetter.origin(n -> listed.headers().lastHeader(n).value(), "alerts.inbox"))
                .isEqualTo("alerts.delivered");
        assertThat(read("documents.extracted", 4, 2)).hasSize(2);
        await().atMost(Duration.ofSeconds(20)).until(() -> items("").isEmpty());
    }

    @Test
    void ePagesAndBringsARemovalBackAsOne() throws Exception {
        for (int i = 0; i < 130; i++) {
            if (i != 7) {
                enter("tk:" + i);
            }
            dead(
                    "documents.enriched.index.dlq",
                    "documents.enriched",
                    "tk:" + i,
                    i == 7 ? null : "{}".getBytes(UTF_8));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> ids("").size() == 100);
        JsonNode first = JSON.readTree(get("/api/failures?source=tk").body());
        TreeSet<String> seen = new TreeSet<>(ids("?source=tk"));
        seen.addAll(ids("?source=tk&after=" + first.get("next").asString()));
        assertThat(seen).hasSize(130);

        assertThat(post("/api/failures/tk:7/retry").body()).contains("\"retried\":1");

        List<ConsumerRecord<byte[], byte[]>> sent = read("documents.enriched.index.retry", 1, 2);
        assertThat(sent.getLast().key()).isEqualTo("tk:7".getBytes(UTF_8));
        assertThat(sent.getLast().value()).isNull();
    }

    @Test
    void fForgetsWhatANewerVersionMadeVoid() throws Exception {
        String upload = upload("upload:versie", "De eerste tekst van dit stuk.");
        assertThat(upload).contains("upload:versie");
        await().atMost(Duration.ofSeconds(30)).until(() -> extracted("upload:versie", 1));
        byte[] event = "{\"id\":\"upload:versie\",\"sequence\":1}".getBytes(UTF_8);
        dead("documents.extracted.enrich.dlq", "documents.extracted", "upload:versie", event);
        await().atMost(Duration.ofSeconds(20)).until(() -> items("?source=upload").size() == 1);

        upload("upload:versie", "De tweede tekst van dit stuk.");

        await().atMost(Duration.ofSeconds(30)).until(() -> items("?source=upload").isEmpty());
    }

    @Test
    void gDamagedBytesAreAFailureAndNotParsedAndUploadingThemAgainMendsIt() throws Exception {
        upload("upload:stuk", "  ");
        await().atMost(Duration.ofSeconds(30)).until(() -> reason("upload:stuk").equals("empty"));
        BlobRef ref = BlobRef.original(BlobRef.hash("  ".getBytes(UTF_8)));
        Path blob = new FolderDocuments(data.resolve("store")).path(ref);
        Files.writeString(blob, "Iets heel anders.");

        assertThat(post("/api/failures/upload:stuk/retry").body()).contains("\"retried\":1");

        await().atMost(Duration.ofSeconds(30)).until(() -> reason("upload:stuk").equals("corrupt"));
        assertThat(items("?source=upload&reason=corrupt").getFirst().get("detail").asString())
                .isEqualTo("the original in the store is damaged");
        upload("upload:stuk", "  ");
        assertThat(blob).hasContent("  ");
        post("/api/failures/retry?reason=corrupt");
        await().atMost(Duration.ofSeconds(30)).until(() -> reason("upload:stuk").equals("empty"));
    }

    @Test
    void hNeitherListsNorTriesAgainWhatIsOfADocumentThatIsGone() throws Exception {
        enter("ob:kst-9");
        enter("ob:kst-9~2");
        String alert = new String(example("alert-raised.v1"), UTF_8);
        dead(
                "alerts.raised.deliver.dlq",
                "alerts.raised",
                "a9",
                alert.replace("ob:kst-36600-V-12", "ob:kst-9").getBytes(UTF_8));
        dead(
                "documents.enriched.index.dlq",
                "documents.enriched",
                "ob:kst-9~2",
                "{}".getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ids("?source=ob&stage=deliver").contains("ob:kst-9")
                                && ids("?source=ob&stage=index").contains("ob:kst-9~2"));

        HarvestLedger ledger = ingest.bean(HarvestLedger.class);
        ledger.withdraw("ob:kst-9");
        ledger.forget("ob:kst-9~2");

        assertThat(items("?source=ob&stage=deliver")).isEmpty();
        assertThat(items("?source=ob&stage=index")).isEmpty();
        assertThat(post("/api/failures/retry?source=ob&stage=deliver").body())
                .contains("\"retried\":0");
        assertThat(post("/api/failures/ob:kst-9~2/retry").statusCode()).isEqualTo(404);
    }

    /** As if the document had been taken in and published. */
    private static void enter(String id) {
        PublishedDocuments.enter(ingest.bean(HarvestLedger.class), id);
    }

    private static String reason(String id) throws Exception {
        JsonNode reason =
                JSON.readTree(get("/api/documents/" + id + "/status").body()).get("reason");
        return reason == null ? "" : reason.asString();
    }

    private static boolean extracted(String id, int times) throws Exception {
        return get("/api/documents/" + id + "/status").body().contains("\"extracted\"");
    }

    private static String upload(String id, String text) throws Exception {
        String local = id.substring(id.indexOf(':') + 1);
        String body =
                "--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                        + "Content-Type: application/json\r\n\r\n{\"id\":\""
                        + local
                        + "\"}\r\n--x\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"a.txt\"\r\n\r\n"
                        + text
                        + "\r\n--x--\r\n";
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(ingest.url("/api/documents")))
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static void dead(String topic, String from, String key, byte[] value) {
        var headers = new RecordHeaders();
        headers.add("ce_id", "4711".getBytes(UTF_8));
        var record =
                new ConsumerRecord<>(
                        from,
                        2,
                        17,
                        1_700_000_000_000L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key.getBytes(UTF_8),
                        value,
                        headers,
                        Optional.empty());
        letters.setAside(topic, key, DeadLetter.of(record, "refused", "because of a test"), record);
    }

    private static JsonNode of(List<JsonNode> items, String stage) {
        return items.stream()
                .filter(i -> i.get("stage").asString().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(String query) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(get("/api/failures" + query).body()).get("items").forEach(items::add);
        return items;
    }

    private static List<String> ids(String query) throws Exception {
        return items(query).stream().map(i -> i.get("documentId").asString()).toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            String topic, int partitions, int count) {
        List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            all.add(new TopicPartition(topic, p));
        }
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                (Object) brokers,
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
                        return seen.size() >= count;
                    });
        }
        return seen;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static byte[] example(String name) throws Exception {
        try (InputStream in =
                FailuresIT.class.getResourceAsStream("/contract/examples/" + name + ".json")) {
            return in.readAllBytes();
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(ingest.url(path))));
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(ingest.url(path)))
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
