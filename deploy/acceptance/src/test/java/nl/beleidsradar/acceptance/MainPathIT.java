package nl.beleidsradar.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.beleidsradar.contract.store.BlobRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The sample documents through the whole stack: from a folder to a search answer. */
@Tag("local-stack")
class MainPathIT {

    private static final int OFFSET = 20000;

    @TempDir static Path folder;
    private static LocalStack stack;
    private static Path documents;

    /** Sample number (000 … 004) to document id. */
    private static final Map<String, String> IDS = new TreeMap<>();

    @BeforeAll
    static void start() throws IOException {
        documents = Files.createDirectories(folder.resolve("documents"));
        try (Stream<Path> seeds = Files.list(LocalStack.REPOSITORY.resolve("seeds/documents"))) {
            for (Path seed : seeds.filter(f -> f.toString().endsWith(".txt")).toList()) {
                IDS.put(
                        seed.getFileName().toString().substring(0, 3),
                        "folder:" + BlobRef.hash(Files.readAllBytes(seed)));
            }
        }
        stack =
                LocalStack.start(
                        folder.resolve("data"), OFFSET, "--documents", documents.toString());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(stack.api.searchable()).isGreaterThanOrEqualTo(5));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @CsvSource({"cyber", "klimaat", "militaire-mobiliteit"})
    void tagsExactlyTheSampleDocumentsThatSpeakOfATheme(String theme) {
        assertThat(stack.api.ids("theme=" + theme))
                .filteredOn(IDS::containsValue)
                .containsExactlyInAnyOrder(IDS.get("000"), IDS.get("001"), IDS.get("002"));
        for (String id : List.of(IDS.get("000"), IDS.get("001"), IDS.get("002"))) {
            JsonNode tag = theme(id, theme);
            assertThat(tag.get("passages")).isNotEmpty();
            String text = stack.api.get(stack.api.search, "/api/documents/" + id + "/text").body();
            for (JsonNode passage : tag.get("passages")) {
                if (!passage.has("in")) {
                    assertThat(
                                    text.substring(
                                            passage.get("start").asInt(),
                                            passage.get("end").asInt()))
                            .isEqualTo(passage.get("text").asString());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kst-34919-74, 000, cited",
        "kst-35830-X-1, 000, cited",
        "2021Z08444, 000, cited",
        "kst-33694-43, 003, cited",
        "kst-33694-59, 003, cited",
        "kst-36410-X-47, 004, cited",
        "kst-22112-3913, 004, cited",
        "kst-31125-121, 004, cited",
        "ST-9223-2024-INIT, 001, previous-version"
    })
    void findsTheDocumentsThatCite(String canonical, String sample, String role) {
        JsonNode answer = stack.api.json(stack.api.search, "/api/references/" + canonical);
        assertThat(answer.get("citedBy"))
                .anySatisfy(cites -> {
                    assertThat(cites.get("id").asString()).isEqualTo(IDS.get(sample));
                    assertThat(cites.get("role").asString()).isEqualTo(role);
                    assertThat(cites.get("passage").asString()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource({"kst-31125-129, 004", "ah-tk-20202021-2079, 003", "BZDOC-1263270424-59, 000"})
    void knowsADocumentByItsOwnNumber(String canonical, String sample) {
        JsonNode document = stack.api.json(stack.api.search, "/api/documents/" + IDS.get(sample));
        assertThat(document.get("references"))
                .anySatisfy(reference -> {
                    assertThat(reference.get("canonical").asString()).isEqualTo(canonical);
                    assertThat(reference.get("role").asString()).isEqualTo("self");
                });
        JsonNode answer = stack.api.json(stack.api.search, "/api/references/" + canonical);
        assertThat(answer.get("document").get("id").asString()).isEqualTo(IDS.get(sample));
    }

    @Test
    void findsAPartOfACompoundAndMarksJustThatPart() {
        JsonNode answer = stack.api.json(stack.api.search, "/api/search?q=weerbaarheid");
        List<String> snippets = new ArrayList<>();
        answer.get("hits")
                .forEach(h ->
                        h.get("snippets").forEach(s -> snippets.add(s.get("html").asString())));
        assertThat(snippets).anyMatch(s -> s.contains("cyber<mark>weerbaarheid</mark>"));
    }

    @Test
    void findsAFileThatIsDroppedIntoTheWatchedFolder() throws IOException {
        Path file = documents.resolve("nieuw.txt");
        Files.writeString(
                file,
                "Brief over ransomware\n\nDe hackers sloegen toe. Zie Kamerstuk 26 643, nr. 940.");
        String id = "folder:" + BlobRef.hash(Files.readAllBytes(file));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.api.ids("q=ransomware")).contains(id));
        assertThat(stack.api.ids("reference=kst-26643-940")).contains(id);
        assertThat(theme(id, "cyber").get("strength").asString()).isEqualTo("main");
        assertThat(stack.api.get(stack.api.search, "/api/documents/" + id + "/original").body())
                .isEqualTo(Files.readString(file));
    }

    @Test
    void searchesAnUploadedDocument() {
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="metadata"\r
                Content-Type: application/json\r
                \r
                {"id":"brief-1","title":"Hittestress in de stad","published":"2026-03-04"}\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="brief.html"\r
                Content-Type: text/html\r
                \r
                <p>Door de klimaatadaptatie neemt de <b>hittestress</b> af.</p>\r
                --b--\r
                """;
        var response =
                stack.api.send(
                        HttpRequest.newBuilder(stack.api.ingest.resolve("/api/documents"))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).contains("\"id\":\"upload:brief-1\"");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(stack.api.ids("theme=klimaat&from=2026-03-04&to=2026-03-04"))
                                .containsExactly("upload:brief-1"));
    }

    @Test
    void whatCannotBeReadEndsAsAFailureWithItsReasonAndTheRestGoesOn() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        Files.write(documents.resolve("ruis.bin"), noise);
        Files.write(documents.resolve("versleuteld.pdf"), EncryptedPdf.bytes());
        Files.write(documents.resolve("leeg.txt"), new byte[0]);
        Files.writeString(
                documents.resolve("daarna.txt"), "Na de fouten komt een leesbaar document.");

        assertThat(reasonOf(noise)).isIn("unsupported-type", "corrupt");
        assertThat(reasonOf(EncryptedPdf.bytes())).isEqualTo("encrypted");
        assertThat(reasonOf(new byte[0])).isEqualTo("empty");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.api.ids("q=leesbaar")).isNotEmpty());
    }

    @Test
    void readsAKamerstukHoweverItIsSpelled() {
        for (String spelled : List.of("kamerstuk 31 125, nr. 129", "31125-129", "kst-31125-129")) {
            assertThat(stack.api.ids("q=" + URLEncoder.encode(spelled, UTF_8)))
                    .as(spelled)
                    .contains(IDS.get("004"));
        }
    }

    @Test
    void carriesOneTraceFromIngestToIndex() throws IOException {
        Path file = documents.resolve("spoor.txt");
        Files.writeString(file, "Een document waarvan het spoor wordt gevolgd, uniek genoeg.");
        String id = "folder:" + BlobRef.hash(Files.readAllBytes(file));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.api.ids("q=spoor")).contains(id));
        List<String> traces = new ArrayList<>();
        for (String service : List.of("ingest", "enrich", "search")) {
            traces.add(traceOf(folder.resolve("data/logs/" + service + "-service.log"), id));
        }
        assertThat(traces).doesNotContain("").containsOnly(traces.getFirst());
    }

    @Test
    void countsEveryStepByOutcome() {
        for (var step :
                Map.of(
                                stack.api.ingest,
                                "extract",
                                stack.api.enrich,
                                "enrich",
                                stack.api.search,
                                "index")
                        .entrySet()) {
            assertThat(stack.api.get(step.getKey(), "/actuator/prometheus").body())
                    .containsPattern(
                            "beleidsradar_step_seconds_count\\{[^}]*outcome=\"ok\"[^}]*step=\"%s\""
                                    .formatted(step.getValue()));
        }
    }

    /** The trace id in the log line of a document: 32 hex digits. */
    private static String traceOf(Path log, String id) throws IOException {
        var pattern = java.util.regex.Pattern.compile("\\b([0-9a-f]{32})\\b");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(id))
                    .map(line -> line.replace(id, ""))
                    .map(pattern::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(m -> m.group(1))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String reasonOf(byte[] bytes) {
        String path = "/api/documents/folder:" + BlobRef.hash(bytes) + "/status";
        // An unsupported type is refused on purpose, the others failed; both name their reason.
        await().atMost(Duration.ofSeconds(40))
                .until(() -> stack.api.get(stack.api.ingest, path).body().contains("\"reason\""));
        return stack.api.json(stack.api.ingest, path).get("reason").asString();
    }

    private static JsonNode theme(String id, String theme) {
        for (JsonNode tag :
                stack.api.json(stack.api.search, "/api/documents/" + id).get("themes")) {
            if (tag.get("id").asString().equals(theme)) {
                return tag;
            }
        }
        throw new AssertionError(id + " is not tagged " + theme);
    }
}
