package nl.beleidsradar.quality;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged service's {@code analyze} command: what is measured is what anyone would run. */
final class Analyzer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path jar;

    Analyzer(Path jar) {
        this.jar = jar;
    }

    /**
     * Analyses every document.
     *
     * @return what was found, by document id
     * @throws IOException if the command fails or does not answer for each
     */
    Map<String, Analysis> analyze(Collection<Document> documents) throws IOException {
        Process service =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-jar",
                                jar.toString(),
                                "analyze")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(documents, service));
            Map<String, Analysis> found = new HashMap<>();
            try (BufferedReader lines = service.inputReader(StandardCharsets.UTF_8)) {
                lines.lines()
                        .map(JSON::readTree)
                        .forEach(node -> found.put(node.path("id").asString(), analysis(node)));
            }
            writing.join();
            if (found.size() != documents.size()) {
                throw new IOException(
                        "%d of %d documents answered".formatted(found.size(), documents.size()));
            }
            return found;
        } finally {
            service.destroyForcibly();
        }
    }

    private static void write(Collection<Document> documents, Process service) {
        try (Writer lines =
                new BufferedWriter(
                        new OutputStreamWriter(
                                service.getOutputStream(), StandardCharsets.UTF_8))) {
            for (Document document : documents) {
                lines.write(JSON.writeValueAsString(document));
                lines.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to the analyze command", e);
        }
    }

    private static Analysis analysis(JsonNode node) {
        return new Analysis(
                each(node.path("references")).map(Analyzer::find).toList(),
                each(node.path("themes"))
                        .map(theme ->
                                new Analysis.ThemeFind(
                                        theme.path("id").asString(),
                                        theme.path("strength").asString(),
                                        passages(theme)))
                        .toList());
    }

    private static Find find(JsonNode node) {
        return new Find(
                node.path("kind").asString(),
                node.path("role").asString(),
                node.path("canonical").asString(),
                node.path("start").asInt(),
                node.path("end").asInt(),
                node.path("text").asString(),
                node.has("in"));
    }

    private static List<Analysis.Passage> passages(JsonNode theme) {
        return each(theme.path("passages"))
                .map(p ->
                        new Analysis.Passage(
                                p.path("start").asInt(),
                                p.path("end").asInt(),
                                p.path("about").asBoolean(),
                                p.has("in")))
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
