package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.beleidsradar.acceptance.LocalStack.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Ends search-service, Kafka, Elasticsearch and the mail server with SIGKILL at random moments
 * while documents arrive: everybody is told exactly what an undisturbed run tells. By default a
 * short form; {@code -Psoak} for 2,000 documents, 200 subscriptions and 50 kills.
 */
@Tag("local-stack")
class AlertKillIT {

    private static final int DOCUMENTS = Integer.getInteger("beleidsradar.alerts.documents", 160);
    private static final int SUBSCRIPTIONS =
            Integer.getInteger("beleidsradar.alerts.subscriptions", 40);
    private static final int KILLS = Integer.getInteger("beleidsradar.alerts.kills", 4);
    private static final long SEED = Long.getLong("beleidsradar.alerts.seed", 20261121);
    private static final List<Part> KILLED =
            List.of(Part.SEARCH, Part.KAFKA, Part.ELASTICSEARCH, Part.MAIL);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int BATCH = 20;

    @TempDir Path folder;

    /** What people were told: alerts by id, distinct mails and webhooks, the items of the feeds. */
    private record Told(
            Map<String, Set<String>> alerts,
            Set<String> mails,
            Set<String> webhooks,
            Map<String, Set<String>> feeds) {}

    @Test
    void everybodyIsToldWhatAnUndisturbedRunTells() throws Exception {
        Told undisturbed;
        Told disturbed;
        int port;
        try (var receiver = new WebhookReceiver(0)) {
            port = receiver.address().getPort();
            undisturbed = run("undisturbed", 18000, receiver, 0);
        }
        try (var receiver = new WebhookReceiver(port)) {
            disturbed = run("disturbed", 19000, receiver, KILLS);
        }
        System.out.printf(
                "alerts: %d, mails: %d, webhooks: %d, items of feeds: %d%n",
                undisturbed.alerts().size(),
                undisturbed.mails().size(),
                undisturbed.webhooks().size(),
                undisturbed.feeds().values().stream().mapToInt(Set::size).sum());
        assertThat(undisturbed.alerts()).hasSizeGreaterThan(DOCUMENTS);
        assertThat(undisturbed.mails()).isNotEmpty();
        assertThat(undisturbed.webhooks()).isNotEmpty();
        assertThat(disturbed.alerts()).isEqualTo(undisturbed.alerts());
        assertThat(disturbed.mails()).isEqualTo(undisturbed.mails());
        assertThat(disturbed.webhooks()).isEqualTo(undisturbed.webhooks());
        assertThat(disturbed.feeds()).isEqualTo(undisturbed.feeds());
    }

    private Told run(String name, int offset, WebhookReceiver receiver, int kills)
            throws Exception {
        Path watched = Files.createDirectories(folder.resolve(name + "-documents"));
        var load = new AlertLoad(DOCUMENTS, SUBSCRIPTIONS, receiver.address());
        // Mails one by one, so that they can be compared.
        Map<String, String> settings = Map.of("BELEIDSRADAR_ALERTS_LEDGER_MOSTATONCE", "1000000");
        try (LocalStack stack =
                LocalStack.start(
                        settings,
                        folder.resolve(name),
                        offset,
                        "--no-seeds",
                        "--documents",
                        watched.toString())) {
            Map<String, String> names = new HashMap<>();
            for (String body : load.bodies()) {
                JsonNode made = stack.api.subscribe(body);
                names.put(made.get("id").asString(), made.get("name").asString());
            }
            arrive(stack, load, watched, kills);
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(stack.api.searchable()).isEqualTo(DOCUMENTS));
            return settled(stack, names, receiver);
        }
    }

    /** Documents come in batches; between some of them, chosen by chance, something is killed. */
    private static void arrive(LocalStack stack, AlertLoad load, Path watched, int kills)
            throws Exception {
        var random = new Random(SEED);
        int batches = (DOCUMENTS + BATCH - 1) / BATCH;
        int killed = 0;
        List<Part> round = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            for (int i = batch * BATCH; i < Math.min(DOCUMENTS, (batch + 1) * BATCH); i++) {
                load.write(watched, i);
            }
            // A second a batch is the pace of arrival; kills are spread over all of it.
            Thread.sleep(300 + random.nextInt(1_000));
            while (killed < kills * (batch + 1L) / batches) {
                if (round.isEmpty()) {
                    // In chance order, but none is left out however few the kills.
                    round.addAll(KILLED);
                    Collections.shuffle(round, random);
                }
                Part part = round.removeLast();
                System.out.printf("kill -9 %s after %d documents%n", part, (batch + 1) * BATCH);
                stack.kill(part);
                killed++;
            }
        }
    }

    /** Waits until nothing more comes for a while, and every alert has reached its receiver. */
    private static Told settled(
            LocalStack stack, Map<String, String> names, WebhookReceiver receiver) {
        Told[] last = new Told[1];
        int[] same = new int[1];
        await().atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> {
                    Told now = told(stack, names, receiver);
                    boolean delivered =
                            stack.api.alerts().stream().allMatch(a -> a.has("delivered"));
                    same[0] = delivered && now.equals(last[0]) ? same[0] + 1 : 0;
                    last[0] = now;
                    return same[0] == 5;
                });
        return last[0];
    }

    private static Told told(
            LocalStack stack, Map<String, String> names, WebhookReceiver receiver) {
        Map<String, Set<String>> alerts = new TreeMap<>();
        for (JsonNode alert : stack.api.alerts()) {
            Set<String> said = new TreeSet<>();
            for (JsonNode mention : alert.get("mentions")) {
                for (JsonNode subscription : mention.get("subscriptions")) {
                    said.add(
                            names.get(subscription.asString())
                                    + " | "
                                    + mention.get("passage").asString());
                }
            }
            if (alerts.put(alert.get("id").asString(), said) != null) {
                throw new AssertionError("listed twice: " + alert.get("id"));
            }
        }
        Set<String> mails = new TreeSet<>();
        stack.api.mails().forEach(m -> mails.add(m.get("messageId").asString()));
        Map<String, Set<String>> feeds = new TreeMap<>();
        names.forEach((id, name) -> feeds.put(name, Feed.entries(stack.api, id)));
        return new Told(alerts, mails, new TreeSet<>(receiver.received().keySet()), feeds);
    }
}
