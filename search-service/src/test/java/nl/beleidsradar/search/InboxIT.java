package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.beleidsradar.search.ledger.Given.document;
import static nl.beleidsradar.search.ledger.Given.follower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.local.testing.ElasticsearchServer;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.inbox.AlertQuery;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.ledger.Given;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * From a candidate to the list of alerts: ledger, inbox and API on a real Kafka and Elasticsearch.
 */
@Tag("once")
@TestMethodOrder(MethodOrderer.MethodName.class)
class InboxIT {

    private static final HttpClient http = HttpClient.newHttpClient();
    private static KafkaServer kafka;
    private static ElasticsearchServer elasticsearch;
    private static ServletWebServerApplicationContext service;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        kafka = KafkaServer.start();
        elasticsearch = ElasticsearchServer.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        service =
                TestService.start(
                        elasticsearch.url(),
                        "target/store",
                        kafka.bootstrapServers(),
                        "http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        service.close();
        producer.close();
        elasticsearch.close();
        kafka.close();
    }

    @Test
    void aListsWhatIsNewInTheAgreedShape() {
        send(document("tk:een").retrieved(Instant.now()).theme("water", "Havens worden sterker."));

        String body = awaitAlerts("/api/alerts", 1);

        assertThat(JsonPath.<String>read(body, "$.items[0].recipient")).isEqualTo("local/inbox");
        assertThat(JsonPath.<String>read(body, "$.items[0].document.id")).isEqualTo("tk:een");
        assertThat(JsonPath.<String>read(body, "$.items[0].document.published"))
                .isEqualTo("2026-11-20");
        assertThat(JsonPath.<String>read(body, "$.items[0].mentions[0].subject.kind"))
                .isEqualTo("theme");
        assertThat(JsonPath.<String>read(body, "$.items[0].mentions[0].change"))
                .isEqualTo("new-document");
        assertThat(JsonPath.<String>read(body, "$.items[0].delivered")).endsWith("Z");
        assertThat(JsonPath.<Boolean>read(body, "$.items[0].late")).isFalse();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void bCollapsesWhatOnlyRepeatsAndListsItWhenAskedFor() {
        send(document("ob:een").theme("water", "Havens worden sterker."));

        String all = awaitAlerts("/api/alerts?silent=true", 2);

        assertThat(JsonPath.<String>read(all, "$.items[0].silence")).isEqualTo("echo");
        String first = JsonPath.read(all, "$.items[1].id");
        var echoes = service.getBean(AlertSearch.class).echoes(List.of(first));
        assertThat(echoes.get(first).total()).isEqualTo(1);
        assertThat(echoes.get(first).newest().getFirst().raised().document().id())
                .isEqualTo("ob:een");
        assertThat(items(get("/api/alerts").body())).isEqualTo(1);
        var counts =
                service.getBean(AlertSearch.class)
                        .count("local", Instant.now().minus(Duration.ofHours(1)));
        assertThat(counts.sent()).isEqualTo(1);
        assertThat(counts.silent()).isEqualTo(1);
    }

    @Test
    void cMarksWhatCameLate() {
        send(
                document("tk:laat")
                        .retrieved(Instant.now().minus(Duration.ofHours(1)))
                        .theme("spoor", "Het spoor komt later."));

        String late = awaitAlerts("/api/alerts?late=true", 1);

        assertThat(JsonPath.<String>read(late, "$.items[0].document.id")).isEqualTo("tk:laat");
    }

    @Test
    void dTakesWhatBecameOfAnAlertInEitherOrder() {
        var webhook = "local/webhook/http://127.0.0.1:1/";
        var candidate =
                document("tk:hook")
                        .to(webhook)
                        .retrieved(Instant.now())
                        .reason(
                                "dijken",
                                List.of(follower("hook", Frequency.IMMEDIATE)),
                                "Dijken worden hoger.");
        send(candidate);
        String body = awaitAlerts("/api/alerts?subscription=hook", 1);
        assertThat(body).doesNotContain("\"delivered\"");
        String id = JsonPath.read(body, "$.items[0].id");
        Instant at = Instant.parse("2026-11-21T12:00:00Z");

        delivered(id, webhook, State.DELIVERED, at);
        delivered(id, webhook, State.WAITING, at.minusSeconds(5));

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(
                                        JsonPath.<String>read(
                                                get("/api/alerts?subscription=hook").body(),
                                                "$.items[0].delivered"))
                                .isEqualTo("2026-11-21T12:00:00Z"));
        delivered("eerder", webhook, State.FAILED, at);
        assertThat(items(get("/api/alerts?subscription=hook").body())).isEqualTo(1);
    }

    @Test
    void eLosesNothingWhileElasticsearchIsAway() throws InterruptedException {
        elasticsearch.kill();
        for (int i = 0; i < 130; i++) {
            send(
                    document("tk:storing" + i)
                            .reason(
                                    "storing",
                                    List.of(follower("storing", Frequency.IMMEDIATE)),
                                    "Storing nummer " + i));
        }
        raw(Events.RAISED_TOPIC, "gif", "{".getBytes(UTF_8));
        Thread.sleep(3_000);
        elasticsearch.restart();

        awaitAlerts("/api/alerts?subscription=storing&size=100", 100);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(allPages("storing", 7)).hasSize(130));
        assertThat(allPages("storing", 7)).doesNotHaveDuplicates();
    }

    @Test
    void fRefusesWhatIsNoQuery() {
        assertThat(get("/api/alerts?after=x").statusCode()).isEqualTo(400);
        assertThat(get("/api/alerts?after=x").body()).contains("after must be");
        assertThat(get("/api/alerts?size=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/alerts?size=101").statusCode()).isEqualTo(400);
        assertThat(get("/api/alerts?late=soms").statusCode()).isEqualTo(400);
        assertThat(items(get("/api/alerts?subscription=niemand").body())).isZero();
    }

    @Test
    void gFeedsASubscriptionToWhoKnowsItsId() throws Exception {
        service.getBean(Subscriptions.class).take("storing", subscription("storing"));

        HttpResponse<String> answer = get("/feeds/subscriptions/storing.atom");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("application/atom+xml");
        assertThat(answer.headers().firstValue("x-robots-tag")).contains("noindex");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("private");
        Feed first = feed(answer.body());
        assertThat(first.getTitle()).isEqualTo("Storing <& Co>");
        assertThat(first.getEntries()).hasSize(100);
        String next =
                first.getOtherLinks().stream()
                        .filter(l -> l.getRel().equals("next"))
                        .findFirst()
                        .orElseThrow()
                        .getHref();
        Feed second =
                feed(get(URI.create(next).getPath() + "?" + URI.create(next).getQuery()).body());
        assertThat(second.getEntries()).hasSize(30);
        assertThat(second.getOtherLinks()).noneMatch(l -> l.getRel().equals("next"));
        assertThat(second.getEntries().getFirst().getContents().getFirst().getValue())
                .contains("Storing nummer")
                .contains("(p. 2)");
        String tag = answer.headers().firstValue("etag").orElseThrow();
        assertThat(get("/feeds/subscriptions/storing.atom", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get("/feeds/subscriptions/onbekend.atom").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/subscriptions/storing.atom?after=x").statusCode()).isEqualTo(400);
        assertThat(get("/feeds/themes/onbekend.atom").statusCode()).isEqualTo(404);
        assertThat(feed(get("/feeds/themes/cyber.atom").body()).getEntries()).isEmpty();
        assertThat(feed(get("/feeds/search.atom?q=dijken%20%3C").body()).getTitle())
                .isEqualTo("Nieuw gevonden: dijken <");
    }

    private static Subscription subscription(String id) {
        return new Subscription(
                id,
                "local",
                "Storing <& Co>",
                new Follow("storing", null, null, null, null, null),
                null,
                new Channel(Channel.Kind.INBOX, null, null, List.of()),
                Frequency.IMMEDIATE,
                false,
                Subscription.State.ACTIVE,
                null,
                1,
                Instant.now(),
                Instant.now(),
                "token");
    }

    private static Feed feed(String xml) throws Exception {
        return (Feed) new WireFeedInput().build(new StringReader(xml));
    }

    private static List<String> allPages(String subscription, int size) {
        var search = service.getBean(AlertSearch.class);
        List<String> ids = new ArrayList<>();
        AlertQuery query = AlertQuery.of("local").subscription(subscription).size(size);
        while (query != null) {
            var page = search.list(query);
            page.items().forEach(a -> ids.add(a.raised().document().id()));
            query = page.next() == null ? null : query.after(page.next());
        }
        return ids;
    }

    private static String awaitAlerts(String path, int number) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(items(get(path).body())).isEqualTo(number));
        return get(path).body();
    }

    private static int items(String body) {
        return JsonPath.<List<?>>read(body, "$.items").size();
    }

    private static void send(Given given) {
        var candidate = given.candidate();
        raw(Events.CANDIDATES_TOPIC, candidate.recipient(), EventJson.write(candidate));
    }

    private static void delivered(String id, String recipient, State state, Instant at) {
        raw(
                Events.DELIVERED_TOPIC,
                id,
                EventJson.write(new AlertDelivered(id, recipient, state, "m", 1, null, null, at)));
    }

    private static void raw(String topic, String key, byte[] value) {
        try {
            producer.send(EventMessages.record(topic, "test", "test", key, value)).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String path) {
        return get(path, "Accept", "*/*");
    }

    private static HttpResponse<String> get(String path, String header, String value) {
        try {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + service.getWebServer().getPort()
                                                    + path))
                            .header(header, value)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
