package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Vector;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class UploadIT {

    private static final String BOUNDARY = "grens";

    @TempDir static Path data;
    private static EmbeddedKafkaKraftBroker kafka;
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        kafka = OneBroker.start();
        RunningIngest.createTopics(kafka.getBrokersAsString());
        ingest = new RunningIngest(kafka.getBrokersAsString(), data);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        ingest.close();
        kafka.destroy();
    }

    @Test
    void anUploadBecomesAnEventWithTheFactsItsSenderGave() throws Exception {
        String metadata =
                "{\"id\":\"stuk-1\",\"source\":\"proef\",\"title\":\"Een proef\",\"type\":\"motie\","
                        + "\"published\":\"2024-05-01\",\"url\":\"https://example.org/1\"}";
        HttpResponse<String> answer = upload("Eerste versie.", metadata);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"id\":\"proef:stuk-1\",\"status\":\"/api/documents/proef:stuk-1/status\"}");
        extracted("proef:stuk-1");
        upload("Eerste versie.", metadata);
        upload("Tweede versie.", metadata);
        await().atMost(Duration.ofSeconds(10)).until(() -> events("proef:stuk-1").size() == 2);
        List<DocumentExtracted> events = events("proef:stuk-1");
        DocumentExtracted first = events.getFirst();
        assertThat(first.title()).isEqualTo("Een proef");
        assertThat(first.documentType()).isEqualTo("motie");
        assertThat(first.published()).hasToString("2024-05-01");
        assertThat(first.sourceUrl()).isEqualTo("https://example.org/1");
        assertThat(first.cause()).isEqualTo(Cause.NEW);
        assertThat(first.sequence()).isEqualTo(1);
        DocumentExtracted second = events.getLast();
        assertThat(second.text()).isEqualTo("Tweede versie.");
        assertThat(second.cause()).isEqualTo(Cause.NEW_VERSION);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previous())
                .extracting(v -> v.contentHash())
                .containsExactly(first.contentHash());
    }

    @Test
    void withoutMetadataTheHashIsTheId() throws Exception {
        HttpResponse<String> answer = upload("Zonder gegevens.", null);
        assertThat(answer.body()).contains("\"upload:sha256-");
    }

    @Test
    void anUploadWithoutTextIsAcceptedAndThenListedAsAFailureThatCanBeTriedAgain()
            throws Exception {
        assertThat(upload("", "{\"id\":\"leeg\"}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("upload:leeg").contains("\"failed\",\"reason\":\"empty\""));
        assertThat(get("/api/failures?reason=empty&source=upload").body())
                .contains("\"upload:leeg\"", "\"stage\":\"extract\"");
        assertThat(post("/api/failures/upload:leeg/retry").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("upload:leeg").contains("\"attempts\":2"));
        assertThat(post("/api/failures/retry?reason=empty").body()).contains("\"retried\":1");
        assertThat(post("/api/failures/upload:niet/retry").statusCode()).isEqualTo(404);
        assertThat(get("/api/failures?reason=zomaar").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"source\":\"tk\"} | 422 | metadata.source",
                "{\"source\":\"folder\"} | 422 | metadata.source",
                "{\"id\":\"a/b\"} | 400 | id",
                "{\"source\":\"A\"} | 400 | source",
                "{\"published\":\"ooit\"} | 400 | metadata.published",
                "geen json | 400 | metadata"
            })
    void badMetadataIsRefusedWithItsName(String metadata, int status, String named)
            throws Exception {
        HttpResponse<String> answer = upload("x", metadata);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains(named);
    }

    @Test
    void whatIsNoMultipartOrHasNoFileIsRefused() throws Exception {
        assertThat(send("application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(send("multipart/form-data", "x").statusCode()).isEqualTo(400);
        String type = "multipart/form-data; boundary=" + BOUNDARY;
        assertThat(send(type, part("metadata", "{}") + end()).statusCode()).isEqualTo(400);
        assertThat(send(type, "--grens\r\nhalf").statusCode()).isEqualTo(400);
    }

    @Test
    void anUploadAboveTheLimitIsRefusedWithAnAnswer() throws Exception {
        byte[] block = new byte[1024 * 1024];
        Vector<InputStream> body = new Vector<>();
        body.add(
                new ByteArrayInputStream(
                        head("file", "groot.bin").getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 260; i++) {
            body.add(new ByteArrayInputStream(block));
        }
        body.add(new ByteArrayInputStream(("\r\n" + end()).getBytes(StandardCharsets.UTF_8)));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(ingest.url("/api/documents")))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new SequenceInputStream(body.elements())))
                        .build();
        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void unknownThingsAreNotFoundAndSourcesCanBePolled() throws Exception {
        assertThat(get("/api/documents/upload:niet/status").statusCode()).isEqualTo(404);
        assertThat(get("/api/documents/niets/status").statusCode()).isEqualTo(400);
        assertThat(post("/api/sources/folder/poll").statusCode()).isEqualTo(202);
        assertThat(post("/api/sources/upload/poll").statusCode()).isEqualTo(202);
        assertThat(post("/api/sources/niet/poll").statusCode()).isEqualTo(404);
        assertThat(get("/api/sources").body()).contains("\"kind\":\"upload\"", "\"missing\":[]");
    }

    private static void extracted(String id) {
        await().atMost(Duration.ofSeconds(10)).until(() -> status(id).contains("\"extracted\""));
    }

    private static String status(String id) throws Exception {
        return get("/api/documents/" + id + "/status").body();
    }

    private static List<DocumentExtracted> events(String id) {
        return RunningIngest.events(kafka.getBrokersAsString()).stream()
                .filter(r -> r.key().equals(id))
                .map(r -> EventJson.read(r.value(), DocumentExtracted.class))
                .toList();
    }

    private static HttpResponse<String> upload(String content, String metadata) throws Exception {
        String body =
                head("file", "stuk.txt")
                        + content
                        + "\r\n"
                        + (metadata == null ? "" : part("metadata", metadata))
                        + end();
        return send("multipart/form-data; boundary=" + BOUNDARY, body);
    }

    private static String head(String name, String file) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name, file);
    }

    private static String part(String name, String json) {
        return ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n"
                        + "Content-Type: application/json\r\n\r\n%s\r\n")
                .formatted(BOUNDARY, name, json);
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static HttpResponse<String> send(String type, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(ingest.url("/api/documents")))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(ingest.url(path)))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(ingest.url(path))).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
