package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
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
 * Ends each process of the stack with SIGKILL while documents arrive, in an order and at moments by
 * chance: the archive ends as that of an undisturbed run, and everybody is told exactly the same.
 * By default a short form, each process once; {@code -Psoak} for 4,000 documents, 200 subscriptions
 * and 50 kills.
 */
@Tag("local-stack")
class KillIT {

    private static final int DOCUMENTS = Integer.getInteger("beleidsradar.kill.documents", 300);
    private static final int SUBSCRIPTIONS =
            Integer.getInteger("beleidsradar.kill.subscriptions", 40);
    private static final int KILLS =
            Integer.getInteger("beleidsradar.kill.kills", Part.values().length);
    private static final long SEED = Long.getLong("beleidsradar.kill.seed", 20261121);
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int BATCH = 20;

    @TempDir Path folder;

    /** What people were told: alerts by id, distinct mails and webhooks, the items of the feeds. */
    private record Told(
            Map<String, Set<String>> alerts,
            Set<String> mails,
            Set<String> webhooks,
            Map<String, Set<String>> feeds) {}

    private record End(Map<String, JsonNode> archive, Told told) {}

    @Test
    void theArchiveAndWhatPeopleAreToldEqualThoseOfAnUndisturbedRun() throws Exception {
        List<Path> papers =
                SampleDocuments.write(
                        folder.resolve("papers"), DOCUMENTS / 2, AlertLoad::saysNothing);
        End undisturbed;
        End disturbed;
        int port;
        try (var receiver = new WebhookReceiver(0)) {
            port = receiver.address().getPort();
            undisturbed = run("undisturbed", 21000, papers, receiver, 0);
        }
        try (var receiver = new WebhookReceiver(port)) {
            disturbed = run("disturbed", 22000, papers, receiver, KILLS);
        }
        Told told = undisturbed.told();
        System.out.printf(
                "alerts: %d, mails: %d, webhooks: %d, items of feeds: %d%n",
                told.alerts().size(),
                told.mails().size(),
                told.webhooks().size(),
                told.feeds().values().stream().mapToInt(Set::size).sum());
        assertThat(undisturbed.archive()).hasSize(DOCUMENTS);
        assertThat(disturbed.archive().keySet()).isEqualTo(undisturbed.archive().keySet());
        undisturbed
                .archive()
                .forEach((id, document) ->
                        assertThat(disturbed.archive().get(id)).as(id).isEqualTo(document));
        assertThat(told.alerts()).hasSizeGreaterThan(DOCUMENTS / 2);
        assertThat(told.mails()).isNotEmpty();
        assertThat(told.webhooks()).isNotEmpty();
        assertThat(disturbed.told().alerts()).isEqualTo(told.alerts());
        assertThat(disturbed.told().mails()).isEqualTo(told.mails());
        assertThat(disturbed.told().webhooks()).isEqualTo(told.webhooks());
        assertThat(disturbed.told().feeds()).isEqualTo(told.feeds());
    }

    private End run(String name, int offset, List<Path> papers, WebhookReceiver receiver, int kills)
            throws Exception {
        Path watched = Files.createDirectories(folder.resolve(name + "-documents"));
        var letters = new AlertLoad(DOCUMENTS - papers.size(), SUBSCRIPTIONS, receiver.address());
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
            for (String body : letters.bodies()) {
                JsonNode made = stack.api.subscribe(body);
                names.put(made.get("id").asString(), made.get("name").asString());
            }
            Instant start = Instant.now();
            Set<Part> hit = arrive(stack, letters, papers, watched, kills);
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(stack.api.searchable()).isEqualTo(DOCUMENTS));
            System.out.printf(
                    "%s: %d documents searchable after %d s%n",
                    name, DOCUMENTS, Duration.between(start, Instant.now()).toSeconds());
            assertThat(hit).as("killed while documents were on their way").hasSize(killed(kills));
            return new End(stack.api.endState(), settled(stack, names, receiver));
        }
    }

    private static int killed(int kills) {
        return Math.min(kills, Part.values().length);
    }

    /**
     * Documents come in batches, half of them letters that speak of what is followed; between some
     * of the batches, chosen by chance, something is killed.
     *
     * @return what was killed while documents were on their way
     */
    private static Set<Part> arrive(
            LocalStack stack, AlertLoad letters, List<Path> papers, Path watched, int kills)
            throws Exception {
        var random = new Random(SEED);
        int batches = (DOCUMENTS + BATCH - 1) / BATCH;
        int killed = 0;
        Set<Part> hit = EnumSet.noneOf(Part.class);
        List<Part> round = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            int end = Math.min(DOCUMENTS, (batch + 1) * BATCH);
            for (int i = batch * BATCH; i < end; i++) {
                if (i % 2 == 1 && i / 2 < papers.size()) {
                    Path paper = papers.get(i / 2);
                    Files.copy(paper, watched.resolve(paper.getFileName()));
                } else {
                    letters.write(watched, i);
                }
            }
            // A second a batch is the pace of arrival; kills are spread over all of it.
            Thread.sleep(300 + random.nextInt(1_000));
            while (killed < kills * (batch + 1L) / batches) {
                if (round.isEmpty()) {
                    // In chance order, but none is left out however few the kills.
                    round.addAll(List.of(Part.values()));
                    Collections.shuffle(round, random);
                }
                Part part = round.removeLast();
                long searchable = stack.api.searchable();
                stack.kill(part);
                killed++;
                System.out.printf("kill -9 %s at %d of %d%n", part, searchable, end);
                if (searchable < end) {
                    hit.add(part);
                }
            }
        }
        return hit;
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
