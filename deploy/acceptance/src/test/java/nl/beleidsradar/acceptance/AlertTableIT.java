package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told, and how often, through the whole stack: each row with the exact number of messages
 * that a subscriber's server receives.
 */
@Tag("local-stack")
class AlertTableIT {

    private static final Pattern MATCHED =
            Pattern.compile(
                    "beleidsradar_step_seconds_count\\{[^}]*step=\"match\"[^}]*} ([0-9.E]+)");

    private static final String FIRST = "Het waddenoverleg begint in maart.";
    private static final String SECOND = "Het waddenoverleg eindigt in juni.";
    private static final String THIRD = "Over het waddenoverleg komt een brief.";

    @TempDir private static Path folder;

    private static WebhookReceiver receiver;
    private static LocalStack stack;

    private int told;

    @BeforeAll
    static void start() throws Exception {
        Path held = Files.createDirectories(folder.resolve("held"));
        Files.writeString(held.resolve("oud.txt"), "Het kweldergras is al jaren bekend.");
        receiver = new WebhookReceiver(0);
        stack =
                LocalStack.start(
                        Map.of("BELEIDSRADAR_PROOF_UNDERWAY", "0s"),
                        folder.resolve("data"),
                        15000,
                        "--no-seeds",
                        "--documents",
                        held.toString());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        receiver.close();
    }

    @Test
    void eachRowOfTheTableGivesItsNumberOfMessages() {
        await().atMost(Duration.ofMinutes(2)).until(() -> matched() == 1);
        String wadden = subscribe("wadden", "{\"query\":\"waddenoverleg\"}", "/a");

        row("new document", 1, () -> upload("brief", "upload", FIRST));
        row("same again", 0, () -> uploadAgain("brief", "upload", FIRST));
        row(
                "corrected version, same passages",
                0,
                () -> upload("brief", "upload", FIRST + "\n\nEen komma is verplaatst."));
        row(
                "corrected version, one new passage",
                1,
                () -> upload("brief", "upload", FIRST + "\n\n" + SECOND));
        JsonNode newest = stack.api.alerts().getFirst();
        assertThat(newest.get("mentions")).hasSize(1);
        assertThat(newest.get("mentions").get(0).get("passage").asString()).isEqualTo(SECOND);
        assertThat(newest.get("mentions").get(0).get("change").asString()).isEqualTo("new-version");
        row(
                "second copy at another source",
                0,
                () -> upload("kopie", "spiegel", FIRST + "\n\n" + SECOND));
        assertSilent("spiegel:kopie", "echo");

        String both = subscribe("maart", "{\"query\":\"waddenoverleg OR kwelderherstel\"}", "/a");
        row(
                "two subscriptions of one person",
                1,
                () -> upload("tweede", "upload", "Waddenoverleg en kwelderherstel gaan samen."));
        assertThat(stack.api.alerts().getFirst().get("subscriptions")).hasSize(2);
        end(both);

        state(wadden, "paused");
        row("while paused", 0, () -> upload("pauze", "upload", THIRD));
        state(wadden, "active");
        row(
                "resumed, the same in a corrected version",
                0,
                () -> upload("pauze", "upload", THIRD + "\n\nMet bijlage."));
        row(
                "resumed, something new",
                1,
                () -> upload("hervat", "upload", "Het waddenoverleg is hervat."));

        end(wadden);
        row("owner ended it", 0, () -> upload("einde", "upload", "Het waddenoverleg is voorbij."));

        subscribe("kwelder", "{\"query\":\"kweldergras\"}", "/a");
        row(
                "back-fill was not told, a new document is",
                1,
                () -> upload("gras", "upload", "Het kweldergras groeit weer."));

        saveTheme("zeehond");
        subscribe("robben", "{\"theme\":\"robben\"}", "/a");
        row(
                "a word that is no term yet",
                0,
                () -> upload("rob", "upload", "De zeeleeuw blijft een gast."));
        saveTheme("zeeleeuw");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertSilent("upload:rob", "re-tag"));
        row("tagged anew", 0, () -> {});
        row("swept", 0, AlertTableIT::assertNothingWasLost);
    }

    private static void assertNothingWasLost() {
        HttpResponse<String> answer =
                stack.api.send(
                        HttpRequest.newBuilder(stack.api.search.resolve("/api/proof/sweep"))
                                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report = JsonMapper.shared().readTree(answer.body());
        assertThat(report.get("compared").asInt()).as(answer.body()).isPositive();
        assertThat(report.get("differences").asInt()).as(answer.body()).isZero();
        assertThat(report.has("message")).as(answer.body()).isFalse();
    }

    /** The messages that a step gives, once all its documents have been matched. */
    private void row(String name, int messages, Runnable step) {
        step.run();
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> messages == 0 || receiver.received().size() >= told + messages);
        // One too many would come within a fraction of this.
        await().pollDelay(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(() -> true);
        assertThat(receiver.received()).as(name).hasSize(told + messages);
        assertThat(receiver.calls()).as(name + ": each once").isEqualTo(told + messages);
        told += messages;
        System.out.printf("%-45s %d%n", name, messages);
    }

    private static void upload(String id, String source, String text) {
        long before = matched();
        uploadAgain(id, source, text);
        await().atMost(Duration.ofSeconds(60)).until(() -> matched() == before + 1);
    }

    private static void uploadAgain(String id, String source, String text) {
        HttpResponse<String> answer = stack.api.uploadAs(source, id, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static long matched() {
        Matcher count =
                MATCHED.matcher(stack.api.get(stack.api.search, "/actuator/prometheus").body());
        long all = 0;
        while (count.find()) {
            all += (long) Double.parseDouble(count.group(1));
        }
        return all;
    }

    private static String subscribe(String name, String follow, String path) {
        return stack.api
                .subscribe(
                        """
                        {"name":"%s","follow":%s,"frequency":"immediate",
                         "channel":{"kind":"webhook","to":"%s"}}\
                        """
                                .formatted(name, follow, receiver.address().resolve(path)))
                .get("id")
                .asString();
    }

    private static void state(String id, String state) {
        JsonNode now = stack.api.json(stack.api.search, "/api/subscriptions/" + id);
        HttpResponse<String> answer =
                stack.api.send(
                        HttpRequest.newBuilder(stack.api.search.resolve("/api/subscriptions/" + id))
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofString(
                                                """
                                                {"name":"wadden","follow":%s,"channel":%s,
                                                 "frequency":"immediate","state":"%s"}\
                                                """
                                                        .formatted(
                                                                now.get("follow"),
                                                                now.get("channel"),
                                                                state))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void end(String id) {
        HttpResponse<String> answer =
                stack.api.send(
                        HttpRequest.newBuilder(stack.api.search.resolve("/api/subscriptions/" + id))
                                .DELETE());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private static void assertSilent(String document, String silence) {
        JsonNode listed =
                stack.api.json(
                        stack.api.search, "/api/alerts?silent=true&size=100&document=" + document);
        assertThat(listed.get("items").valueStream().map(a -> a.path("silence").asString()))
                .contains(silence);
    }

    private static void saveTheme(String term) {
        HttpResponse<String> saved =
                stack.api.saveTheme(
                        "robben",
                        """
                        id: robben
                        labels: { nl: Robben, en: Seals }
                        terms:
                          - { term: %1$s, mode: stem, weight: strong }
                        examples:
                          must: [De %1$s is terug.]
                          mustNot: [De walvis is weg.]
                        """
                                .formatted(term));
        assertThat(saved.statusCode()).as(saved.body()).isBetween(200, 201);
    }
}
