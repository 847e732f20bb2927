package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A theme that staff make on a running stack: seen before, saved, and in force. */
final class ThemeChange {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String THEME =
            """
            # Made by hand.
            id: zeegras
            labels: { nl: Zeegras, en: Seagrass }
            terms:
              - { term: zeegras, mode: compound-first, weight: strong }
            examples:
              must: [Het herstel van zeegras in de Waddenzee.]
              mustNot: [Het gras is groen.]
            """;

    private ThemeChange() {}

    /** Makes the theme {@code zeegras}, of which no other document speaks; two more then do. */
    static void isShownThenSavedThenInForceForOldAndNewDocuments(Api api) {
        long before = api.searchable();
        upload(api, "brief", "De oppervlakte zeegras neemt af.");
        upload(api, "andere", "De haven wordt uitgebreid.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.searchable()).isEqualTo(before + 2));

        refusesATheme(api);
        showsTheEffect(api, (int) before + 2);
        save(api);
        assertThat(api.ids("theme=zeegras")).containsExactly("upload:brief");

        upload(api, "nieuw", "Over zeegrasherstel.");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(api.ids("theme=zeegras"))
                                .containsExactlyInAnyOrder("upload:brief", "upload:nieuw"));
    }

    private static void upload(Api api, String id, String text) {
        assertThat(api.upload(id, id, text).statusCode()).isEqualTo(202);
    }

    private static void refusesATheme(Api api) {
        String wrong = THEME.replace("compound-first", "compound-frist");

        HttpResponse<String> answer = api.saveTheme("zeegras", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(":5: ");
        assertThat(api.get(api.search, "/api/themes/zeegras").statusCode()).isEqualTo(404);
    }

    private static void showsTheEffect(Api api, int documents) {
        HttpResponse<String> answer =
                api.send(
                        HttpRequest.newBuilder(api.search.resolve("/api/themes/zeegras/preview"))
                                .header("Content-Type", "application/yaml")
                                .POST(BodyPublishers.ofString(THEME)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode effect = JsonMapper.shared().readTree(answer.body());
        assertThat(effect.get("read").asInt()).isEqualTo(documents);
        assertThat(effect.get("won").get("count").asInt()).isEqualTo(1);
        assertThat(effect.get("lost").get("count").asInt()).isZero();
        assertThat(api.ids("theme=zeegras")).isEmpty();
    }

    private static void save(Api api) {
        HttpResponse<String> answer = api.saveTheme("zeegras", THEME);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode theme = api.json(api.search, "/api/themes/zeegras");
                    assertThat(theme.get("retagging").get("state").asString()).isEqualTo("idle");
                    assertThat(api.ids("theme=zeegras")).hasSize(1);
                });
        assertThat(api.json(api.search, "/api/themes/zeegras").get("content").asString())
                .contains("# Made by hand.");
    }
}
