package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a feed lists and cannot give: seen with its reason, and had once staff ask for it. */
class FetchFailuresIT {

    private static final String FEED = "--beleidsradar.ingest.sources.tk-syncfeed.";

    @TempDir Path data;
    private EmbeddedKafkaKraftBroker kafka;
    private KamerServer kamer;
    private RunningIngest ingest;

    @BeforeEach
    void start() throws Exception {
        kafka = OneBroker.start();
        RunningIngest.createTopics(kafka.getBrokersAsString());
        kamer = new KamerServer();
        kamer.put(1, "Over de weerbaarheid.");
        kamer.put(2, "Over het klimaat.");
        kamer.put(3, "Over de dijken.");
        for (int i = 1; i <= 2; i++) {
            kamer.server.fault("/Resources/" + KamerServer.guid(i), ReplayFault.json404());
        }
    }

    @AfterEach
    void stop() {
        ingest.close();
        kamer.close();
        kafka.destroy();
    }

    @Test
    void aListedDocumentThatCannotBeHadIsSeenAndTriedAgainAtOnceWhenStaffAsk() throws Exception {
        ingest = ingest("true", "14d");
        await().atMost(Duration.ofSeconds(30)).until(() -> fetchFailures().size() == 2);
        JsonNode failure = fetchFailures().getFirst();
        assertThat(failure.get("documentId").asString()).isEqualTo("tk:2025D00001");
        assertThat(failure.get("stage").asString()).isEqualTo("fetch");
        assertThat(failure.get("reason").asString()).isEqualTo("fetch-failed");
        assertThat(failure.get("title").asString()).contains("2025D00001");
        assertThat(failure.get("attempts").asInt()).isEqualTo(1);
        kamer.server.heal();

        assertThat(post("/api/failures/tk:2025D00001/retry")).contains("\"retried\":1");

        await().atMost(Duration.ofSeconds(20)).until(() -> fetchFailures().size() == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> extracted("tk:2025D00001"));
        assertThat(post("/api/failures/retry?reason=fetch-failed&source=eu"))
                .contains("\"retried\":0");
        assertThat(post("/api/failures/retry?reason=fetch-failed&source=tk"))
                .contains("\"retried\":1");
        await().atMost(Duration.ofSeconds(20)).until(() -> extracted("tk:2025D00002"));
        assertThat(fetchFailures()).isEmpty();
    }

    @Test
    void aPausedSourceIsPolledOnceWhenAskedAndWhatWasGivenUpIsListedOnce() throws Exception {
        ingest = ingest("false", "0s");
        await().atMost(Duration.ofSeconds(30)).until(() -> source().get("listed").asInt() == 0);
        assertThat(source().get("state").asString()).isEqualTo("paused");
        assertThat(source().get("source").asString()).isEqualTo("tk");

        assertThat(status("/api/sources/tk-syncfeed/poll")).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30)).until(() -> extracted("tk:2025D00003"));
        await().atMost(Duration.ofSeconds(30)).until(() -> fetchFailures().size() == 2);
        assertThat(source().get("state").asString()).isEqualTo("paused");
        assertThat(source().get("listed").asInt()).isEqualTo(3);
        // The list is read to its end, and then left alone.
        Thread.sleep(500);
        int asked = kamer.server.requests().size();
        Thread.sleep(1_000);
        assertThat(kamer.server.requests()).hasSize(asked);

        kamer.server.heal();
        assertThat(post("/api/failures/tk:2025D00002/retry")).contains("\"retried\":1");
        await().atMost(Duration.ofSeconds(20)).until(() -> extracted("tk:2025D00002"));
        assertThat(status("/api/sources/oo-openbaarmakingen/poll")).isEqualTo(409);
    }

    private RunningIngest ingest(String live, String giveUp) {
        return new RunningIngest(
                kafka.getBrokersAsString(),
                data,
                "--beleidsradar.ingest.allow-private-addresses=true",
                FEED + "base=" + kamer.base(),
                FEED + "live=" + live,
                FEED + "every=1h",
                FEED + "rate=200",
                "--beleidsradar.retry.file=1h",
                "--beleidsradar.retry.longest-file=6h",
                "--beleidsradar.retry.give-up=" + giveUp);
    }

    private List<JsonNode> fetchFailures() throws Exception {
        List<JsonNode> items = new ArrayList<>();
        read("/api/failures?stage=fetch").forEach(items::add);
        return items;
    }

    private JsonNode source() throws Exception {
        for (JsonNode source : read("/api/sources")) {
            if (source.get("id").asString().equals("tk-syncfeed")) {
                return source;
            }
        }
        throw new AssertionError("no such source");
    }

    private JsonNode read(String path) throws Exception {
        String body = send(HttpRequest.newBuilder(URI.create(ingest.url(path)))).body();
        return JsonMapper.shared().readTree(body).get("items");
    }

    private boolean extracted(String id) throws Exception {
        return send(HttpRequest.newBuilder(
                        URI.create(ingest.url("/api/documents/" + id + "/status"))))
                .body()
                .contains("\"extracted\"");
    }

    private String post(String path) throws Exception {
        return posted(path).body();
    }

    private int status(String path) throws Exception {
        return posted(path).statusCode();
    }

    private HttpResponse<String> posted(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(ingest.url(path)))
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
