package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.acceptance.LocalStack.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A theme made on a running stack; stopping and starting again on the same data. */
@Tag("local-stack")
class RestartIT {

    private static final int OFFSET = 23000;

    @TempDir Path folder;

    @Test
    void goesOnWhereItWasAndLeavesNothingRunning() {
        Path data = folder.resolve("data");
        LocalStack first = LocalStack.start(data, OFFSET);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(first.api.searchable()).isEqualTo(5));
        ThemeChange.isShownThenSavedThenInForceForOldAndNewDocuments(first.api);
        Map<String, JsonNode> before = first.api.endState();
        assertThat(List.of(Part.INGEST, Part.ENRICH, Part.SEARCH))
                .as("services that were started with an archive of their classes")
                .allMatch(part -> first.hasMapped(part, "/unpacked/classes.jsa"));
        assertThat(first.stop()).isLessThan(Duration.ofSeconds(30));

        LocalStack second = LocalStack.start(data, OFFSET);
        assertThat(second.api.endState()).isEqualTo(before);
        assertThat(second.api.get(second.api.ingest, "/actuator/prometheus").body())
                .as("nothing is extracted a second time")
                .doesNotContainPattern("beleidsradar_step_seconds_count\\{[^}]*step=\"extract\"");
        assertThat(second.api.get(second.api.enrich, "/actuator/prometheus").body())
                .as("nothing is tagged a second time")
                .doesNotContainPattern("beleidsradar_step_seconds_count\\{[^}]*step=\"retag\"");
        assertThat(second.api.json(second.api.search, "/api/themes/zeegras").get("version").asInt())
                .isEqualTo(1);
        second.killLauncher();
    }
}
