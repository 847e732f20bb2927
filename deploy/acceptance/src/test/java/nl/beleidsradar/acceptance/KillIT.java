package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
        Path documents = folder.resolve("documents");
        SampleDocuments.write(documents, DOCUMENTS);

        Map<String, JsonNode> undisturbed = load("undisturbed", documents, 21000, false);
        Map<String, JsonNode> disturbed = load("disturbed", documents, 22000, true);

        assertThat(undisturbed).hasSize(DOCUMENTS);
        assertThat(disturbed.keySet()).isEqualTo(undisturbed.keySet());
        undisturbed.forEach((id, state) -> assertThat(disturbed.get(id)).as(id).isEqualTo(state));
    }

    private Map<String, JsonNode> load(String name, Path documents, int offset, boolean kill) {
        Instant start = Instant.now();
        try (LocalStack stack =
                LocalStack.start(
                        folder.resolve(name),
                        offset,
                        "--no-seeds",
                        "--documents",
                        documents.toString())) {
            if (kill) {
                killEachInTurn(stack);
            }
            await().atMost(LOAD_LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(stack.api.searchable()).isEqualTo(DOCUMENTS));
            System.out.printf(
                    "%s: %d documents searchable after %d s%n",
                    name, DOCUMENTS, Duration.between(start, Instant.now()).toSeconds());
            return stack.api.endState();
        }
    }

    /** Each kill waits for its share of the load, so that every one hits a working stack. */
    private static void killEachInTurn(LocalStack stack) {
        Part[] parts = Part.values();
        for (int i = 0; i < parts.length; i++) {
            long share = (long) DOCUMENTS * i / (parts.length + 1);
            await().atMost(LOAD_LIMIT).until(() -> stack.api.searchable() >= share);
            System.out.printf("kill -9 %s at %d documents%n", parts[i], stack.api.searchable());
            stack.kill(parts[i]);
        }
    }
}
