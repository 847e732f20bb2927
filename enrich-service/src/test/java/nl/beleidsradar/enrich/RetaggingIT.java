package nl.beleidsradar.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.Cause;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.enrich.archive.StreamPlace;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.service.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Themes that change under a running service, and an archive that follows; on a real broker. */
@Tag("once")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetaggingIT {

    private static final int DOCUMENTS = 3_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir private static Path store;

    private static KafkaServer broker;
    private static LogProbe log;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        broker = KafkaServer.start();
        List<TopicPartition> watched =
                new ArrayList<>(LogProbe.partitions(Events.ENRICHED_TOPIC, 4));
        watched.add(new TopicPartition(Events.RETAGGED_TOPIC, 0));
        log = new LogProbe(broker.bootstrapServers(), watched);
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            sent.add(send("tk:" + i, 1, i % 2 == 0 ? "Over zeewier." : "Over veen."));
        }
        // A second version, and a document that was taken down.
        sent.add(send("tk:0", 2, "Over zeewier in de tweede versie."));
        sent.add(log.send(new ProducerRecord<>(Events.EXTRACTED_TOPIC, "tk:2", null)));
        for (Future<?> one : sent) {
            one.get();
        }
        service = startService();
        log.until(probe ->
                probe.seen(Events.ENRICHED_TOPIC).stream()
                                .map(ConsumerRecord::key)
                                .distinct()
                                .count()
                        == DOCUMENTS);
        log.received(r -> "tk:2".equals(r.key()) && r.value() == null);
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
        broker.close();
    }

    @Test
    @Order(1)
    void anArchiveThatNoOlderRulesTaggedIsLeftAlone() {
        log.until(probe -> done(ruleset()));
        assertThat(events()).noneMatch(e -> e.cause() == Cause.RE_TAG);
    }

    @Test
    @Order(2)
    void showsWhatANewThemeWouldWinBeforeItIsSaved() throws Exception {
        JsonNode effect = post("preview", RulesInForceTest.content("zee", "zeewier"), 200);

        assertThat(effect.get("complete").asBoolean()).isTrue();
        assertThat(effect.get("read").asLong()).isEqualTo(DOCUMENTS - 1);
        assertThat(effect.get("won").get("count").asLong()).isEqualTo(DOCUMENTS / 2 - 1);
        assertThat(effect.get("lost").get("count").asLong()).isZero();
        assertThat(effect.get("won").get("documents").size()).isEqualTo(25);
        JsonNode shown = effect.get("won").get("documents").get(0);
        assertThat(shown.get("passages").get(0).get("terms").get(0).asString())
                .isEqualTo("zeewier");
        long months = 0;
        for (JsonNode month : effect.get("months")) {
            months += month.get("won").asLong();
        }
        assertThat(months).isEqualTo(DOCUMENTS / 2 - 1);
        assertThat(last().get("tk:4").themes()).isEmpty();
    }

    @Test
    @Order(3)
    void saysWhatIsWrongWithAThemeLineByLine() throws Exception {
        String wrong =
                RulesInForceTest.content("zee", "zeewier")
                        .replace("mustNot: [Over iets anders.]", "mustNot: [Het zeewier.]");

        JsonNode problem = post("check", wrong, 422);

        assertThat(problem.get("problems").get(0).asString()).contains("theme.yaml:7", "zeewier");
        assertThat(post("check", "{\"id\": 3}", 422).get("problems").size()).isPositive();
        assertThat(
                        post("check", RulesInForceTest.content("zee", "zeewier"), 200)
                                .get("id")
                                .asString())
                .isEqualTo("zee");
    }

    @Test
    @Order(4)
    void tagsTheArchiveAnewWithoutOvertakingNewerEvents() throws Exception {
        int before = ruleset();
        change("zee", 1, "zeewier");
        // While the archive is tagged anew, every third document gets a new version.
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 3; i < DOCUMENTS; i += 3) {
            sent.add(send("tk:" + i, 2, "Over zeewier, tweede versie."));
        }
        for (Future<?> one : sent) {
            one.get();
        }

        log.until(probe -> done(before + 1) && allTaggedBy(before + 1));

        assertThat(retaggedBeforeTheLastNewVersion(before + 1))
                .as("new documents go first")
                .isLessThan(DOCUMENTS / 4);
        assertThat(last().get("tk:2")).as("taken down").isNull();
        assertThat(last().get("tk:4").cause()).isEqualTo(Cause.RE_TAG);
        assertThat(last().get("tk:4").themes()).extracting(ThemeTag::id).containsExactly("zee");
        assertThat(last().get("tk:1").themes()).isEmpty();
        assertThat(last().get("tk:0").document().sequence()).isEqualTo(2);
        assertThat(last().get("tk:3").document().sequence()).isEqualTo(2);
        assertEventsNeverGoBack();
    }

    @Test
    @Order(5)
    void goesOnWhereItWasAfterARestart() throws Exception {
        int before = ruleset();
        change("zee", 2, "veen");
        log.until(probe -> reported(before + 1) > DOCUMENTS / 10);
        service.close();
        log.until(probe -> true);
        long reported = reported(before + 1);
        long taggedUnreported = retagged(before + 1) - reported;
        assertThat(reported).as("stopped in the middle").isLessThan(DOCUMENTS - 1L);
        service = startService();

        log.until(probe -> done(before + 1) && allTaggedBy(before + 1));

        // Only what was done since the last report is done twice.
        assertThat(retagged(before + 1))
                .isBetween(DOCUMENTS - 1L, DOCUMENTS - 1L + taggedUnreported);
        assertThat(progress().values().stream().mapToLong(ArchiveRetagged::total).sum())
                .isEqualTo(DOCUMENTS - 1);
        assertThat(last().get("tk:1").themes()).extracting(ThemeTag::id).containsExactly("zee");
        assertEventsNeverGoBack();
    }

    @Test
    @Order(6)
    void aRecordThatCannotBeUsedLeavesTheRulesInForce() throws Exception {
        int before = ruleset();
        log.write(Events.THEMES_TOPIC, "zee", "{".getBytes());
        log.write(
                Events.THEMES_TOPIC,
                "zee",
                EventJson.write(new ThemeChanged("zee", 3, "id: zee\nterms: no", Instant.now())));
        send("tk:after", 1, "Over veen.").get();

        DocumentEnriched after =
                EventJson.read(
                        log.received(r -> "tk:after".equals(r.key())).value(),
                        DocumentEnriched.class);
        assertThat(after.ruleset().version()).isEqualTo(before);
        assertThat(after.themes()).extracting(ThemeTag::id).containsExactly("zee");
    }

    @Test
    @Order(7)
    void twoInstancesShareTheWork() throws Exception {
        int before = ruleset();
        try (ConfigurableApplicationContext second = startService("--BELEIDSRADAR_INSTANCE=1")) {
            StreamPlace mine = service.getBean(StreamPlace.class);
            StreamPlace theirs = second.getBean(StreamPlace.class);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> mine.count() == 2 && theirs.count() == 2);

            change("zee", 3, "zeewier");
            log.until(probe -> done(before + 1) && allTaggedBy(before + 1));

            assertThat(events())
                    .filteredOn(e -> e.ruleset().version() == before + 1)
                    .filteredOn(e -> e.cause() == Cause.RE_TAG)
                    .hasSize(DOCUMENTS);
            assertEventsNeverGoBack();
        }
    }

    private static long retaggedBeforeTheLastNewVersion(int ruleset) {
        long last = 0;
        List<Long> retagged = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> r : log.seen(Events.ENRICHED_TOPIC)) {
            if (r.value() != null) {
                DocumentEnriched event = EventJson.read(r.value(), DocumentEnriched.class);
                if (event.ruleset().version() != ruleset) {
                    continue;
                }
                if (event.cause() == Cause.RE_TAG) {
                    retagged.add(r.timestamp());
                } else {
                    last = Math.max(last, r.timestamp());
                }
            }
        }
        assertThat(last).isPositive();
        long end = last;
        return retagged.stream().filter(at -> at < end).count();
    }

    private static void assertEventsNeverGoBack() {
        Map<String, Long> newest = new HashMap<>();
        for (ConsumerRecord<String, byte[]> r : log.seen(Events.ENRICHED_TOPIC)) {
            if (r.value() != null) {
                long version = EventJson.read(r.value(), DocumentEnriched.class).version();
                assertThat(version)
                        .as(r.key())
                        .isGreaterThanOrEqualTo(newest.getOrDefault(r.key(), 0L));
                newest.put(r.key(), version);
            }
        }
    }

    private static long reported(int ruleset) {
        return progress().values().stream()
                .filter(p -> p.ruleset() == ruleset)
                .mapToLong(ArchiveRetagged::documents)
                .sum();
    }

    private static long retagged(int ruleset) {
        return events().stream()
                .filter(e -> e.cause() == Cause.RE_TAG)
                .filter(e -> e.ruleset().version() == ruleset)
                .count();
    }

    private static boolean allTaggedBy(int ruleset) {
        return last().values().stream()
                .allMatch(e -> e == null || e.ruleset().version() == ruleset);
    }

    private static Map<String, DocumentEnriched> last() {
        Map<String, DocumentEnriched> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> r : log.seen(Events.ENRICHED_TOPIC)) {
            last.put(
                    r.key(),
                    r.value() == null ? null : EventJson.read(r.value(), DocumentEnriched.class));
        }
        return last;
    }

    private static List<DocumentEnriched> events() {
        return log.seen(Events.ENRICHED_TOPIC).stream()
                .filter(r -> r.value() != null)
                .map(r -> EventJson.read(r.value(), DocumentEnriched.class))
                .toList();
    }

    private static Map<Integer, ArchiveRetagged> progress() {
        Map<Integer, ArchiveRetagged> last = new HashMap<>();
        log.seen(Events.RETAGGED_TOPIC).stream()
                .map(r -> EventJson.read(r.value(), ArchiveRetagged.class))
                .forEach(p -> last.put(p.partition(), p));
        return last;
    }

    private static boolean done(int ruleset) {
        return progress().size() == 4
                && progress().values().stream().allMatch(p -> p.done() && p.ruleset() == ruleset);
    }

    private static int ruleset() {
        return service.getBean(RulesInForce.class).get().ruleset().version();
    }

    private static void change(String id, int version, String word) throws Exception {
        log.write(
                Events.THEMES_TOPIC,
                id,
                EventJson.write(
                        new ThemeChanged(
                                id, version, RulesInForceTest.content(id, word), Instant.now())));
    }

    private static Future<?> send(String id, long sequence, String text) {
        return log.send(
                new ProducerRecord<>(
                        Events.EXTRACTED_TOPIC,
                        id,
                        EventJson.write(Documents.version(id, sequence, text))));
    }

    private static ConfigurableApplicationContext startService(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers="
                                        + broker.bootstrapServers(),
                                "--beleidsradar.store.folder=" + store));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(EnrichApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    private static JsonNode post(String what, String body, int status) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + port
                                                            + "/api/themes/"
                                                            + what))
                                    .header("Content-Type", "application/yaml")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return JSON.readTree(answer.body());
        }
    }
}
