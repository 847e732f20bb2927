package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose file on the images just built answers the same searches. */
@Tag("docker")
class ComposeIT {

    /** A theme of staff's own, which the sample documents speak of. */
    private static final String THEME =
            """
            id: bondgenoten
            labels: { nl: Bondgenoten, en: Allies }
            terms:
              - { term: bondgeno, mode: compound-first, weight: strong }
            examples:
              must: [De bondgenoten spraken elkaar.]
              mustNot: [De buren spraken elkaar.]
            """;

    private static final int OFFSET = 18000;
    private static final String PROJECT = "beleidsradar-it";
    private static final Api API = new Api(OFFSET);

    @TempDir static Path folder;

    @BeforeAll
    static void up() throws Exception {
        compose("up", "-d");
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(API.searchable()).isEqualTo(5));
    }

    @AfterAll
    static void down() throws Exception {
        compose("logs", "--no-color", "--tail", "200");
        compose("down", "--volumes", "--timeout", "20");
    }

    @ParameterizedTest
    @CsvSource({
        "theme=cyber, 3",
        "theme=klimaat, 3",
        "theme=militaire-mobiliteit, 3",
        "reference=kst-34919-74, 1",
        "q=cyberweerbaarheid, 1"
    })
    void answersTheSameSearches(String query, int atLeast) {
        assertThat(API.ids(query)).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void aThemeSavedThereTagsTheArchiveAnew() {
        HttpResponse<String> answer = API.saveTheme("bondgenoten", THEME);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(API.ids("theme=bondgenoten")).isNotEmpty());
    }

    @Test
    void runsEveryServiceWithoutRoot() throws Exception {
        for (String service :
                List.of("kafka", "elasticsearch", "ingest-service", "search-service")) {
            assertThat(compose("exec", "-T", service, "id", "-u").strip()).endsWith("10001");
        }
    }

    private static String compose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker-compose", "-p", PROJECT, "-f"));
        command.add(LocalStack.REPOSITORY.resolve("deploy/compose.yaml").toString());
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve(arguments[0] + ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "BELEIDSRADAR_SEARCH_PORT", "" + (8080 + OFFSET),
                                "BELEIDSRADAR_INGEST_PORT", "" + (8081 + OFFSET),
                                "BELEIDSRADAR_ENRICH_PORT", "" + (8082 + OFFSET),
                                "BELEIDSRADAR_MAIL_PORT", "" + (8083 + OFFSET)));
        Process process = builder.start();
        String text;
        if (!process.waitFor(6, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            text = Files.readString(output);
            throw new AssertionError(command + " does not end:\n" + text);
        }
        text = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + text);
        }
        return text;
    }
}
