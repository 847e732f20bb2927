package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A theme that staff make on a running stack: seen before, saved, and in force. */
@Tag("local-stack")
class ThemeChangeIT {

    private static final int OFFSET = 26000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String THEME =
            """
            # Made by hand.
            id: munitie
            labels: { nl: Munitie, en: Ammunition }
            terms:
              - { term: munitie, mode: compound-first, weight: strong }
            examples:
              must: [De productie van munitie in Europa.]
              mustNot: [De communitie is klein.]
            """;

    @TempDir Path folder;

    @Test
    void isShownThenSavedThenInForceForOldAndNewDocuments() throws Exception {
        Path data = folder.resolve("data");
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(documents.resolve("brief.txt"), "De voorraad munitie neemt af.");
        Files.writeString(documents.resolve("andere.txt"), "De haven wordt uitgebreid.");
        String[] watched = {"--documents", documents.toString(), "--no-seeds"};
        LocalStack first = LocalStack.start(data, OFFSET, watched);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first.api.searchable()).isEqualTo(2));

        refusesATheme(first.api);
        showsTheEffect(first.api);
        save(first.api);
        List<String> won = first.api.ids("theme=munitie");
        assertThat(won).hasSize(1);

        Files.writeString(documents.resolve("nieuw.txt"), "Over munitieproductie.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first.api.ids("theme=munitie")).hasSize(2));
        assertThat(first.stop()).isLessThan(Duration.ofSeconds(30));
    }

    private static void refusesATheme(Api api) {
        String wrong = THEME.replace("compound-first", "compound-frist");

        HttpResponse<String> answer = api.saveTheme("munitie", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(":5: ");
        assertThat(api.get(api.search, "/api/themes/munitie").statusCode()).isEqualTo(404);
    }

    private static void showsTheEffect(Api api) {
        HttpResponse<String> answer =
                api.send(
                        HttpRequest.newBuilder(api.search.resolve("/api/themes/munitie/preview"))
                                .header("Content-Type", "application/yaml")
                                .POST(BodyPublishers.ofString(THEME)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode effect = JsonMapper.shared().readTree(answer.body());
        assertThat(effect.get("read").asInt()).isEqualTo(2);
        assertThat(effect.get("won").get("count").asInt()).isEqualTo(1);
        assertThat(effect.get("lost").get("count").asInt()).isZero();
        assertThat(api.ids("theme=munitie")).isEmpty();
    }

    private static void save(Api api) {
        HttpResponse<String> answer = api.saveTheme("munitie", THEME);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode theme = api.json(api.search, "/api/themes/munitie");
                    assertThat(theme.get("retagging").get("state").asString()).isEqualTo("idle");
                    assertThat(api.ids("theme=munitie")).hasSize(1);
                });
        assertThat(api.json(api.search, "/api/themes/munitie").get("content").asString())
                .contains("# Made by hand.");
    }
}
