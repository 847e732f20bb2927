package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service follows a source that goes wrong in every way, and is stopped and started
 * meanwhile. Short in the build; with {@code -Dsoak=30} so many minutes.
 */
class FeedReplayIT {

    private static final long SEED = Long.getLong("seed", 20260301L);
    private static final int SOAK = Integer.getInteger("soak", 0);

    private static EmbeddedKafkaKraftBroker kafka;
    private static String brokers;

    @TempDir static Path data;

    private final Random random = new Random(SEED);
    private final Map<Integer, String> expected = new TreeMap<>();
    private final Set<Integer> withdrawn = new HashSet<>();

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("auto.create.topics.enable", "false");
        kafka.afterPropertiesSet();
        brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
    }

    @AfterAll
    static void stopBroker() {
        kafka.destroy();
    }

    @Test
    void nothingIsMissingNothingIsTwiceAndTheCountsAddUpWhateverGoesWrong() throws Exception {
        try (KamerServer kamer = new KamerServer()) {
            faults(kamer);
            int starts = 0;
            Instant end = Instant.now().plus(Duration.ofMinutes(SOAK));
            do {
                starts++;
                try (RunningIngest ingest = start(kamer)) {
                    for (int i = 0; i < 4; i++) {
                        publish(kamer);
                        Thread.sleep(SOAK > 0 ? 5_000 : 700);
                    }
                }
            } while (starts < 2 || Instant.now().isBefore(end));
            kamer.server.heal();
            try (RunningIngest ingest = start(kamer)) {
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> complete(ingest));
                assertThat(kamer.server.injected()).hasSizeGreaterThan(2);
                check(RunningIngest.events(brokers), starts);
                System.out.printf(
                        "replay: seed %d, %d documents, %d withdrawn, %d starts, faults %s%n",
                        SEED, expected.size(), withdrawn.size(), starts, kamer.server.injected());
            }
        }
    }

    private static void faults(KamerServer kamer) {
        String files = "/Resources/";
        String lists = "/Feed";
        kamer.server.randomFaults(
                SEED,
                0.4,
                files,
                ReplayFault.status(500),
                ReplayFault.json404(),
                ReplayFault.retryAfter(429, "1"),
                new ReplayFault.WrongLength(50),
                new ReplayFault.WrongLength(-5),
                new ReplayFault.HangUp(),
                new ReplayFault.Drip(Duration.ofMillis(200)),
                ReplayFault.redirect("/fout404.html"));
        kamer.server.randomFaults(
                SEED + 1,
                0.3,
                lists,
                ReplayFault.status(503),
                ReplayFault.malformed(),
                ReplayFault.prefix("tk", "ns1"),
                ReplayFault.billionLaughs(),
                new ReplayFault.WrongLength(-50),
                new ReplayFault.HangUp());
    }

    /**
     * New documents, new versions, a re-issue of what did not change, and now and then a removal.
     */
    private void publish(KamerServer kamer) {
        for (int i = 0; i < 6; i++) {
            int fresh = expected.size() + withdrawn.size() + 1;
            put(kamer, fresh, 0);
        }
        List<Integer> old = List.copyOf(expected.keySet());
        for (int i = 0; i < 3; i++) {
            put(kamer, old.get(random.nextInt(old.size())), random.nextInt(1_000));
            int same = old.get(random.nextInt(old.size()));
            kamer.put(same, expected.get(same));
        }
        int gone = old.get(random.nextInt(old.size()));
        expected.remove(gone);
        withdrawn.add(gone);
        kamer.withdraw(gone);
    }

    private void put(KamerServer kamer, int document, int version) {
        String text =
                "Document %d, versie %d, over de weerbaarheid van het land."
                        .formatted(document, version);
        expected.put(document, text);
        kamer.put(document, text);
    }

    private void complete(RunningIngest ingest) throws Exception {
        for (JsonNode source : sources(ingest)) {
            if (source.get("id").asString().equals("tk-syncfeed")) {
                assertThat(source.get("held").asInt()).isEqualTo(expected.size());
                assertThat(source.get("listed").asInt()).isEqualTo(expected.size());
                assertThat(source.get("missingCount").asInt()).isZero();
                assertThat(source.get("state").asString()).isEqualTo("ok");
            }
        }
        Map<String, String> newest = new HashMap<>();
        for (ConsumerRecord<String, byte[]> e : RunningIngest.events(brokers)) {
            newest.put(
                    e.key(),
                    e.value() == null
                            ? ""
                            : EventJson.read(e.value(), DocumentExtracted.class).text());
        }
        expected.forEach(
                (i, text) -> assertThat(newest.get("tk:" + KamerServer.number(i))).isEqualTo(text));
        withdrawn.forEach(
                i -> assertThat(newest.getOrDefault("tk:" + KamerServer.number(i), "")).isEmpty());
    }

    /**
     * The same version twice in a row only where a stop fell between the log and the ledger: it is
     * the same event then, so it has the same sequence. Each of the eight workers can be stopped
     * so.
     */
    private static void check(List<ConsumerRecord<String, byte[]>> events, int starts) {
        Map<String, Event> before = new HashMap<>();
        int again = 0;
        for (ConsumerRecord<String, byte[]> e : events) {
            Event event = Event.of(e);
            Event last = before.put(e.key(), event);
            if (last != null && last.hash().equals(event.hash())) {
                again++;
                assertThat(event.sequence())
                        .as("sequence of %s", e.key())
                        .isEqualTo(last.sequence());
            }
        }
        assertThat(again).isLessThanOrEqualTo(8 * starts);
    }

    /** What tells versions apart; a removal has neither hash nor sequence. */
    private record Event(String hash, long sequence) {

        static Event of(ConsumerRecord<String, byte[]> written) {
            if (written.value() == null) {
                return new Event("", 0);
            }
            DocumentExtracted event = EventJson.read(written.value(), DocumentExtracted.class);
            return new Event(event.contentHash(), event.sequence());
        }
    }

    private static JsonNode sources(RunningIngest ingest) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(
                                    HttpRequest.newBuilder(URI.create(ingest.url("/api/sources")))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return JsonMapper.builder().build().readTree(body).get("items");
        }
    }

    private static RunningIngest start(KamerServer kamer) {
        String feed = "--beleidsradar.ingest.sources.tk-syncfeed.";
        return new RunningIngest(
                brokers,
                data,
                "--beleidsradar.ingest.allow-private-addresses=true",
                feed + "base=" + kamer.base(),
                feed + "live=true",
                feed + "every=200ms",
                feed + "rate=200",
                "--beleidsradar.transfer.silence=1s",
                "--beleidsradar.transfer.window=500ms",
                "--beleidsradar.transfer.break-for=500ms",
                "--beleidsradar.retry.list=200ms",
                "--beleidsradar.retry.longest-list=1s",
                "--beleidsradar.retry.file=200ms",
                "--beleidsradar.retry.longest-file=1s");
    }
}
