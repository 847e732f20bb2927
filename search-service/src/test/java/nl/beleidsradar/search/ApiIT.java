package nl.beleidsradar.search;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.FolderDocuments;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.index.IndexWrite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The JSON API over HTTP. */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
class ApiIT {

    /** The content of a made document is its id and its sequence. */
    private static final String ORIGINAL = "ob:kst-31125-1291";

    private static final String TEXT = "Over de zee.\r\n\nZie Kamerstuk 26 643, nr. 940 \u20ac.";

    @TempDir static Path store;
    private static final HttpClient http = HttpClient.newHttpClient();
    private static ElasticsearchServer elasticsearch;
    private static ServletWebServerApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        elasticsearch = ElasticsearchServer.start();
        service = TestService.start(elasticsearch.url(), store.toString());
        DocumentEnriched event =
                document("ob:kst-31125-129")
                        .text(TEXT)
                        .theme("cyber", Strength.MAIN)
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                        .cites("kst-26643-940", "Kamerstuk 26 643, nr. 940")
                        .event();
        Path original =
                new FolderDocuments(store).path(BlobRef.original(event.document().contentHash()));
        Files.createDirectories(original.getParent());
        // What its hash is of: the store checks it.
        Files.writeString(original, ORIGINAL);
        service.getBean(DocumentIndex.class)
                .write(
                        List.of(
                                new IndexWrite.Put(event),
                                new IndexWrite.Put(document("tk:leeg").event()),
                                new IndexWrite.Put(
                                        document("tk:wet")
                                                .text("Gelet op artikel 5:9, lid 1, Awb.")
                                                .cites(
                                                        ReferenceKind.WETSARTIKEL,
                                                        "Awb: artikel 5:9/1",
                                                        "artikel 5:9, lid 1, Awb",
                                                        null)
                                                .event())));
        send("POST", URI.create(elasticsearch.url() + "/documents/_refresh"));
    }

    @AfterAll
    static void stop() {
        service.close();
        elasticsearch.close();
    }

    @Test
    void answersASearchInTheAgreedShape() {
        HttpResponse<String> answer = get("/api/search?q=zee&theme=cyber");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.total")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.page")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.size")).isEqualTo(20);
        assertThat(answer.body())
                .contains("\"tookMs\":")
                .contains("\"published\":\"2024-04-25\"")
                .contains("\"themes\":[{\"id\":\"cyber\",\"strength\":\"main\"}]")
                .contains("Over de <mark>zee</mark>.")
                .contains("\"theme\":[{\"value\":\"cyber\",\"count\":1}]");
    }

    @Test
    void answersADocumentInTheAgreedShape() {
        String body = get("/api/documents/ob:kst-31125-129").body();

        assertThat(JsonPath.<String>read(body, "$.family")).isEqualTo("kst-31125-129");
        assertThat(JsonPath.<String>read(body, "$.type")).isEqualTo("kamerbrief");
        assertThat(JsonPath.<List<?>>read(body, "$.versions")).hasSize(1);
        assertThat(JsonPath.<String>read(body, "$.references[1].role")).isEqualTo("cited");
        assertThat(JsonPath.<Boolean>read(body, "$.themes[0].passages[0].about")).isTrue();
        assertThat(JsonPath.<String>read(body, "$.extraction.mediaType")).isEqualTo("text/plain");
    }

    @Test
    void givesTheExactText() {
        HttpResponse<String> answer = get("/api/documents/ob:kst-31125-129/text");

        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        t -> assertThat(t).isEqualToIgnoringCase("text/plain;charset=utf-8"));
    }

    @Test
    void givesTheOriginalAsAnAttachmentThatCannotRun() {
        HttpResponse<String> answer = get("/api/documents/ob:kst-31125-129/original");

        assertThat(answer.body()).isEqualTo(ORIGINAL);
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"kst-31125-129.txt\"");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(p -> assertThat(p).contains("sandbox"));
    }

    @Test
    void answersForAReferenceByPathAndByParameter() {
        String body = get("/api/references/kst-26643-940").body();

        assertThat(body).contains("\"document\":null");
        assertThat(JsonPath.<String>read(body, "$.citedBy[0].passage"))
                .isEqualTo("Zie Kamerstuk 26 643, nr. 940 \u20ac.");
        assertThat(get("/api/references?canonical=kst-26643-940").body()).isEqualTo(body);
        assertThat(
                        JsonPath.<String>read(
                                get("/api/references/kst-31125-129").body(), "$.document.id"))
                .isEqualTo("ob:kst-31125-129");
    }

    @Test
    void answersForAReferenceWithBlanksSlashesAndColons() {
        String body = get("/api/references?canonical=Awb%3A%20artikel%205%3A9%2F1").body();

        assertThat(JsonPath.<String>read(body, "$.citedBy[0].id")).isEqualTo("tk:wet");
        assertThat(JsonPath.<String>read(body, "$.kind")).isEqualTo("wetsartikel");
        assertThat(get("/api/references/Awb:%20artikel%205:9/1").body()).isEqualTo(body);
        assertThat(
                        JsonPath.<String>read(
                                get("/api/documents/tk:wet").body(), "$.references[0].canonical"))
                .isEqualTo("Awb: artikel 5:9/1");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/search?page=0, 400, page",
        "/api/search?size=101, 400, size",
        "/api/search?size=x, 400, size",
        "/api/search?from=2024-02-30, 400, from",
        "/api/search?sort=best, 400, sort",
        "/api/search?strength=x, 400, strength",
        "/api/references, 400, canonical",
        "/api/documents/tk:none, 404, tk:none",
        "/api/documents/none, 404, none",
        "/api/documents/tk:none/text, 404, tk:none",
        "/api/documents/tk:leeg/original, 404, tk:leeg",
        "/api/themes/none, 404, none",
    })
    void refusesBadInputWithAProblemThatNamesIt(String path, int status, String named) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains(named);
    }

    @Test
    void refusesAWriteWithAProblem() {
        HttpResponse<String> answer = send("POST", uri("/api/search"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
    }

    @Test
    void saysThatItIsReadyAndServesMetrics() {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void zAnswers503WhileElasticsearchIsAway() {
        elasticsearch.kill();

        for (String path :
                List.of(
                        "/api/search",
                        "/api/documents/ob:kst-31125-129",
                        "/api/references/kst-1-1")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains("Elasticsearch");
        }
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String path) {
        return send("GET", uri(path));
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.getWebServer().getPort() + path);
    }

    private static HttpResponse<String> send(String method, URI uri) {
        try {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
