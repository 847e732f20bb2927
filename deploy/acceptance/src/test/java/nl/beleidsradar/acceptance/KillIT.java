package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidsradar.acceptance.LocalStack.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ends each process of the stack with SIGKILL, in turn, while documents load: the end state equals
 * that of an undisturbed run. {@code -Dbeleidsradar.kill.documents=2000} for the full size.
 */
@Tag("local-stack")
class KillIT {

    private static final int DOCUMENTS = Integer.getInteger("beleidsradar.kill.documents", 300);
    private static final Duration LOAD_LIMIT = Duration.ofMinutes(15);

    @TempDir Path folder;

    @Test
    void theEndStateEqualsThatOfAnUndisturbedRun() throws Exception {
        Path samples = folder.resolve("samples");
        SampleDocuments.write(samples, DOCUMENTS);

        Map<String, JsonNode> undisturbed = load("undisturbed", samples, 21000, false);
        Map<String, JsonNode> disturbed = load("disturbed", samples, 22000, true);

        assertThat(undisturbed).hasSize(DOCUMENTS);
        assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
        undisturbed.forEach((id, state) -> assertThat(disturbed.get(id)).as(id).isEqualTo(state));
    }

    private Map<String, JsonNode> load(String name, Path samples, int offset, boolean kill)
            throws IOException {
        Path watched = Files.createDirectories(folder.resolve(name + "-documents"));
        try (LocalStack stack =
                LocalStack.start(
                        folder.resolve(name),
                        offset,
                        "--no-seeds",
                        "--documents",
                        watched.toString())) {
            Instant start = Instant.now();
            copyInBatches(stack, samples, watched, kill);
            await().atMost(LOAD_LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(stack.api.searchable()).isEqualTo(DOCUMENTS));
            System.out.printf(
                    "%s: %d documents searchable after %d s%n",
                    name, DOCUMENTS, Duration.between(start, Instant.now()).toSeconds());
            return stack.api.endState();
        }
    }

    /** One batch a process to kill, which goes down when the first of its batch are searchable. */
    private static void copyInBatches(LocalStack stack, Path samples, Path watched, boolean kill)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(samples)) {
            files = all.sorted().toList();
        }
        Part[] parts = Part.values();
        int hits = 0;
        for (int i = 0; i < parts.length; i++) {
            int from = DOCUMENTS * i / parts.length;
            int to = DOCUMENTS * (i + 1) / parts.length;
            for (Path file : files.subList(from, to)) {
                Files.copy(file, watched.resolve(file.getFileName()));
            }
            if (kill) {
                await().atMost(LOAD_LIMIT)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> stack.api.searchable() > from);
                long searchable = stack.api.searchable();
                stack.kill(parts[i]);
                System.out.printf("kill -9 %s at %d of %d%n", parts[i], searchable, to);
                hits += searchable < to ? 1 : 0;
            }
        }
        if (kill) {
            assertThat(hits).as("kills while documents were on their way").isPositive();
        }
    }
}
