package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link KamerServer} that publishes, changes and withdraws documents, all from one seed, and
 * goes wrong in every way meanwhile; it knows what a service that follows it must hold in the end.
 */
final class ChangingKamer implements AutoCloseable {

    final KamerServer kamer = new KamerServer();
    private final Random random;
    private final Map<Integer, String> expected = new TreeMap<>();
    private final Set<Integer> withdrawn = new HashSet<>();

    ChangingKamer(long seed) {
        random = new Random(seed);
        kamer.server.randomFaults(
                seed,
                0.4,
                "/Resources/",
                ReplayFault.status(500),
                ReplayFault.json404(),
                ReplayFault.retryAfter(429, "1"),
                new ReplayFault.WrongLength(50),
                new ReplayFault.WrongLength(-5),
                new ReplayFault.HangUp(),
                new ReplayFault.Drip(Duration.ofMillis(200)),
                ReplayFault.redirect("/fout404.html"));
        kamer.server.randomFaults(
                seed + 1,
                0.3,
                "/Feed",
                ReplayFault.status(503),
                ReplayFault.malformed(),
                ReplayFault.prefix("tk", "ns1"),
                ReplayFault.billionLaughs(),
                new ReplayFault.WrongLength(-50),
                new ReplayFault.HangUp());
    }

    /** Settings of a service that follows it, quickly. */
    String[] settings() {
        String feed = "--beleidsradar.ingest.sources.tk-syncfeed.";
        return new String[] {
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
            "--beleidsradar.retry.longest-file=1s"
        };
    }

    /**
     * New documents, new versions, a re-issue of what did not change, and now and then a removal.
     */
    void publish() {
        for (int i = 0; i < 6; i++) {
            int fresh = expected.size() + withdrawn.size() + 1;
            put(fresh, 0);
        }
        List<Integer> old = List.copyOf(expected.keySet());
        for (int i = 0; i < 3; i++) {
            put(old.get(random.nextInt(old.size())), random.nextInt(1_000));
            int same = old.get(random.nextInt(old.size()));
            kamer.put(same, expected.get(same));
        }
        int gone = old.get(random.nextInt(old.size()));
        expected.remove(gone);
        withdrawn.add(gone);
        kamer.withdraw(gone);
    }

    private void put(int document, int version) {
        String text =
                "Document %d, versie %d, over de weerbaarheid van het land."
                        .formatted(document, version);
        expected.put(document, text);
        kamer.put(document, text);
    }

    /** Nothing is missing, here and on the log, and the counts add up. */
    void assertComplete(RunningIngest ingest, String brokers) throws Exception {
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
     * How often a version was written again, as where a service ended between the log and the
     * ledger; each time under the number that it had, and never an older one behind a newer.
     */
    static int writtenAgain(List<ConsumerRecord<String, byte[]>> events) {
        Map<String, DocumentExtracted> before = new HashMap<>();
        int twice = 0;
        for (ConsumerRecord<String, byte[]> e : events) {
            if (e.value() == null) {
                before.remove(e.key());
                continue;
            }
            DocumentExtracted now = EventJson.read(e.value(), DocumentExtracted.class);
            DocumentExtracted known = before.put(e.key(), now);
            if (known != null) {
                assertThat(now.sequence()).as(e.key()).isGreaterThanOrEqualTo(known.sequence());
                if (now.contentHash().equals(known.contentHash())) {
                    assertThat(now.sequence()).as(e.key()).isEqualTo(known.sequence());
                    twice++;
                }
            }
        }
        return twice;
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

    @Override
    public String toString() {
        return "%d documents, %d withdrawn, faults %s"
                .formatted(expected.size(), withdrawn.size(), kamer.server.injected());
    }

    @Override
    public void close() {
        kamer.close();
    }
}
