package nl.beleidsradar.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where things lie.
 *
 * @param root of the repository; the labelled documents stand beside it
 */
record Places(Path root) {

    static Places ofProperty() {
        return new Places(
                Path.of(System.getProperty("beleidsradar.repository", "."))
                        .toAbsolutePath()
                        .normalize());
    }

    Path gold() {
        return root.resolve("../shared/gold");
    }

    Path samples() {
        return root.resolve("seeds/documents");
    }

    Path service() {
        return root.resolve("enrich-service/target/enrich-service.jar");
    }

    Path baseline() {
        return root.resolve("deploy/quality/baseline/mistakes.tsv");
    }

    /** For files unpacked and for the extractor's own. */
    Path work() throws IOException {
        return Files.createDirectories(root.resolve("deploy/quality/target/work"));
    }

    /** The rows of a file of labels, one JSON object a line. */
    List<JsonNode> rows(String file) throws IOException {
        return Files.readAllLines(gold().resolve(file)).stream()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
