package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.query.SampleArchive;
import nl.beleidsradar.search.subscription.MemorySubscriptionLog;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Subscriptions through the API, and through the links in mails. */
@PagesTest
@ExtendWith(OutputCaptureExtension.class)
class SubscriptionApiTest {

    private static final String ALL = "/api/subscriptions";
    private static final String CYBER = "{\"follow\":{\"theme\":\"cyber\"}}";
    private static final String MAIL =
            "{\"name\":\"<b>Post</b>\",\"follow\":{\"theme\":\"cyber\"},"
                    + "\"channel\":{\"kind\":\"mail\",\"to\":\"post@example.org\"}}";

    @Autowired MockMvcTester mvc;
    @Autowired MemorySubscriptionLog log;
    @Autowired Subscriptions subscriptions;
    @Autowired SampleArchive archive;

    @AfterEach
    void restore() {
        subscriptions.all().forEach(s -> subscriptions.take(s.id(), null));
        log.instead = Optional.empty();
        log.read = true;
        archive.empty = false;
        archive.down = false;
    }

    @Test
    void makesReadsChangesAndEndsASubscription() {
        MvcTestResult made =
                post(
                        ALL,
                        "{\"name\":\"Klimaat\",\"follow\":{\"theme\":\"klimaat\",\"source\":\"tk\"},"
                                + "\"minStrength\":\"section\",\"channel\":{\"kind\":\"inbox\"},"
                                + "\"frequency\":\"daily\"}");
        assertThat(made).hasStatus(201);
        String id = JsonPath.read(body(made), "$.id");
        String path = ALL + "/" + id;
        assertThat(made.getResponse().getHeader("Location")).isEqualTo(path);
        assertThat(JsonPath.<Map<String, Object>>read(body(made), "$"))
                .containsOnlyKeys(
                        "id",
                        "name",
                        "follow",
                        "minStrength",
                        "channel",
                        "frequency",
                        "retroactive",
                        "state",
                        "version",
                        "created",
                        "changed",
                        "links")
                .containsEntry("name", "Klimaat")
                .containsEntry("follow", Map.of("theme", "klimaat", "source", "tk"))
                .containsEntry("minStrength", "section")
                .containsEntry("channel", Map.of("kind", "inbox"))
                .containsEntry("frequency", "daily")
                .containsEntry("state", "active")
                .containsEntry("version", 1)
                .containsEntry(
                        "links",
                        Map.of("self", path, "feed", "/feeds/subscriptions/" + id + ".atom"));

        MvcTestResult read = mvc.get().uri(path).exchange();
        assertThat(read).hasStatus(200);
        assertThat(read.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(body(read)).isEqualTo(body(made));

        // What was read can be sent back.
        MvcTestResult changed =
                put(path, body(read).replace("\"active\"", "\"paused\""), "If-Match", "\"1\"");
        assertThat(changed).hasStatus(200);
        assertThat(JsonPath.<String>read(body(changed), "$.state")).isEqualTo("paused");
        assertThat(JsonPath.<Integer>read(body(changed), "$.version")).isEqualTo(2);

        assertThat(mvc.delete().uri(path).header("If-Match", "\"1\"").exchange()).hasStatus(412);
        assertThat(mvc.delete().uri(path).exchange()).hasStatus(204);
        for (MvcTestResult gone :
                List.of(
                        mvc.get().uri(path).exchange(),
                        mvc.delete().uri(path).exchange(),
                        put(path, CYBER),
                        post(path + "/secret", ""))) {
            assertThat(gone).hasStatus(404);
            problem(gone);
        }
    }

    @Test
    void refusesToSaveOverSomeoneElse() {
        MvcTestResult made = post(ALL, CYBER);
        String path = made.getResponse().getHeader("Location");
        assertThat(put(path, CYBER)).hasStatus(200);

        MvcTestResult stale = put(path, CYBER, "If-Match", "\"1\"");
        assertThat(stale).hasStatus(412);
        assertThat(JsonPath.<Integer>read(problem(stale), "$.version")).isEqualTo(2);
        // The version in what was read counts as well.
        assertThat(put(path, body(made))).hasStatus(409);
        assertThat(put(path, body(made), "If-Match", "*")).hasStatus(409);
        assertThat(put(path, CYBER, "If-Match", "two")).hasStatus(400);
        assertThat(put(path, CYBER, "If-Match", "\"2\"")).hasStatus(200);
    }

    @Test
    void showsASecretOnceAndATokenNever(CapturedOutput output) {
        MvcTestResult made =
                post(
                        ALL,
                        "{\"follow\":{\"query\":\"geheimezoekterm\"},\"channel\":"
                                + "{\"kind\":\"webhook\",\"to\":\"https://example.org/hook\"}}");
        String secret = JsonPath.read(body(made), "$.channel.secret");
        assertThat(secret).startsWith("whsec_");
        String path = made.getResponse().getHeader("Location");
        MvcTestResult rotated = post(path + "/secret", "");
        assertThat(rotated).hasStatus(200);
        String second = JsonPath.read(body(rotated), "$.channel.secret");
        assertThat(second).startsWith("whsec_").isNotEqualTo(secret);

        Subscription s = subscriptions.of("local").getFirst();
        for (MvcTestResult answer :
                List.of(
                        mvc.get().uri(path).exchange(),
                        mvc.get().uri(ALL).exchange(),
                        put(path, body(mvc.get().uri(path).exchange())))) {
            assertThat(answer).hasStatus(200);
            assertThat(body(answer))
                    .doesNotContain("whsec_")
                    .doesNotContain(s.token())
                    .doesNotContain("secret");
        }
        assertThat(body(made)).doesNotContain(s.token());
        assertThat(output.getAll())
                .contains("subscription " + s.id().substring(0, 6))
                .doesNotContain(secret)
                .doesNotContain(second)
                .doesNotContain(s.token())
                .doesNotContain(s.id())
                .doesNotContain("geheimezoekterm");
        assertThat(post(post(ALL, CYBER).getResponse().getHeader("Location") + "/secret", ""))
                .hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"folow\":{}} | folow is unknown",
                "{\"follow\":{\"thema\":\"cyber\"}} | follow.thema is unknown",
                "{\"follow\":{\"theme\":\"cyber\"},\"channel\":{\"url\":\"x\"}} | channel.url is unknown",
                "{\"follow\":{\"theme\":7}} | follow.theme must be a string",
                "{\"follow\":\"cyber\"} | follow must be a JSON object",
                "{\"follow\":{\"theme\":\"cyber\"},\"retroactive\":\"ja\"} | retroactive must be true or false",
                "{\"follow\":{\"theme\":\"cyber\"},\"version\":\"1\"} | version must be a whole number",
                "{\"follow\":{\"theme\":\"cyber\"},\"frequency\":\"hourly\"} | frequency must be one of immediate, daily, weekly",
                "{\"follow\":{\"theme\":\"cyber\"},\"minStrength\":\"high\"} | minStrength must be one of mention, section, main",
                "{\"follow\":{\"theme\":\"cyber\"},\"channel\":{\"kind\":\"sms\"}} | channel.kind must be one of inbox, mail, webhook",
                "{\"follow\":{\"theme\":\"cyber\"},\"state\":\"broken\"} | state must be active or paused",
                "{\"follow\":{\"theme\":\"cyber\"},\"channel\":{\"kind\":\"webhook\"},\"frequency\":\"immediate\"} | channel.to must",
                "{\"follow\":{}} | follow must have at least one",
                "{} | follow must have at least one",
                "[] | the body must be a JSON object",
                "null | the body must be a JSON object",
                "{ | the body must be one JSON object",
                "{}{} | the body must be one JSON object",
                "{\"name\":\"a\",\"name\":\"b\"} | the body must be one JSON object"
            })
    void saysWhichFieldIsWrong(String content, String detail) {
        MvcTestResult refused = post(ALL, content);
        assertThat(refused).hasStatus(400);
        assertThat(JsonPath.<String>read(problem(refused), "$.detail")).startsWith(detail);
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeOrNoJson() {
        MvcTestResult large = post(ALL, "{\"name\":\"" + "x".repeat(65_536) + "\"}");
        assertThat(large).hasStatus(413);
        problem(large);
        MvcTestResult form =
                mvc.post()
                        .uri(ALL)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .content("a=b")
                        .exchange();
        assertThat(form).hasStatus(415);
        assertThat(mvc.get().uri(ALL + "?size=0").exchange()).hasStatus(400);
        assertThat(mvc.get().uri(ALL + "?size=veel").exchange()).hasStatus(400);
        assertThat(mvc.get().uri(ALL + "?after=x").exchange()).hasStatus(400);
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            post(ALL, CYBER);
        }
        String first = body(mvc.get().uri(ALL + "?size=3").exchange());
        String next = JsonPath.read(first, "$.next");
        String second = body(mvc.get().uri(ALL + "?size=3&after={n}", next).exchange());
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].id")).hasSize(3);
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(JsonPath.read(first, "$.items[*].id"));
        assertThat(second).doesNotContain("\"next\"");
    }

    @Test
    void neverSaysNothingWhileItDoesNotKnow() {
        log.instead = Optional.of(new SubscriptionLog.Outcome.Unavailable("away", false));
        unavailable(post(ALL, CYBER));
        log.instead = Optional.of(new SubscriptionLog.Outcome.Busy());
        unavailable(post(ALL, CYBER));
        log.read = false;
        unavailable(mvc.get().uri(ALL).exchange());
        unavailable(mvc.get().uri(ALL + "/x").exchange());
        unavailable(mvc.delete().uri(ALL + "/x").exchange());
        assertThat(mvc.get().uri("/afmelden/x?token=y").exchange()).hasStatus(503);
    }

    private static void unavailable(MvcTestResult answer) {
        assertThat(answer).hasStatus(503);
        assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("5");
        problem(answer);
    }

    @Test
    void previewsWhatItWouldTell() {
        String preview = body(post(ALL + "/preview", CYBER));
        assertThat(JsonPath.<Integer>read(preview, "$.hits")).isEqualTo(1_248);
        assertThat(JsonPath.<Double>read(preview, "$.messagesPerWeek")).isEqualTo(95.4);
        assertThat(JsonPath.<Boolean>read(preview, "$.tooBroad")).isTrue();
        assertThat(JsonPath.<String>read(preview, "$.message")).contains("95 messages a week");
        assertThat(JsonPath.<List<Integer>>read(preview, "$.weeks[*].count")).hasSize(13);
        assertThat(JsonPath.<Map<String, Object>>read(preview, "$.passages[0]"))
                .containsEntry("id", SampleArchive.LETTER)
                .containsEntry("date", "2026-11-20")
                .containsEntry("page", 2);

        archive.empty = true;
        String nothing = body(post(ALL + "/preview", CYBER));
        assertThat(JsonPath.<Boolean>read(nothing, "$.tooBroad")).isFalse();
        assertThat(JsonPath.<String>read(nothing, "$.message")).contains("nothing was found");

        archive.down = true;
        assertThat(post(ALL + "/preview", CYBER)).hasStatus(503);
        assertThat(post(ALL + "/preview", "{\"follow\":{\"query\":\"-x\"}}")).hasStatus(400);
        assertThat(subscriptions.all()).isEmpty();
    }

    @Test
    void endsWithOneClickAndNotByLooking() {
        post(ALL, MAIL);
        Subscription s = subscriptions.of("local").getFirst();
        String link = "/afmelden/" + s.id() + "?token=" + s.token();

        MvcTestResult page = mvc.get().uri(link).exchange();
        assertThat(page).hasStatus(200);
        assertThat(body(page))
                .contains("Abonnement beëindigen")
                .contains("&lt;b&gt;Post&lt;/b&gt;")
                .contains("method=\"post\"")
                .contains("token=" + s.token());
        assertThat(page.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(subscriptions.find(s.id())).isPresent();

        log.instead = Optional.of(new SubscriptionLog.Outcome.Busy());
        assertThat(oneClick(link)).hasStatus(503);
        log.instead = Optional.empty();
        for (String wrong :
                List.of(
                        "/afmelden/" + s.id() + "?token=" + s.token().toLowerCase() + "x",
                        "/afmelden/" + s.id(),
                        "/afmelden/x?token=" + s.token())) {
            assertThat(oneClick(wrong)).hasStatus(404);
            assertThat(mvc.get().uri(wrong).exchange()).hasStatus(404);
        }
        assertThat(subscriptions.find(s.id())).isPresent();

        MvcTestResult done = oneClick(link);
        assertThat(done).hasStatus(200);
        assertThat(body(done)).contains("Abonnement beëindigd").doesNotContain("method=\"post\"");
        assertThat(subscriptions.find(s.id())).isEmpty();
        assertThat(oneClick(link)).hasStatus(404);
    }

    @Test
    void endsEverythingThatAMailWasSentFor() {
        post(ALL, MAIL);
        post(ALL, MAIL.replace("Post", "Tweede"));
        post(ALL, CYBER);
        List<Subscription> mails =
                subscriptions.of("local").stream().filter(s -> s.channel().to() != null).toList();
        assertThat(mails).hasSize(2);
        Subscription first = mails.getFirst();
        Subscription second = mails.getLast();
        String link = "/afmelden/" + first.id() + "?token=" + first.token() + "&ook=" + second.id();

        assertThat(body(mvc.get().uri(link + "." + second.token()).exchange()))
                .contains("&lt;b&gt;Post&lt;/b&gt;", "&lt;b&gt;Tweede&lt;/b&gt;")
                .contains("ook=" + second.id() + "." + second.token());
        log.instead = Optional.of(new SubscriptionLog.Outcome.Busy());
        assertThat(oneClick(link + "." + second.token())).hasStatus(503);
        log.instead = Optional.empty();
        assertThat(subscriptions.of("local")).hasSize(3);
        assertThat(oneClick(link + "." + second.token())).hasStatus(200);
        assertThat(subscriptions.of("local")).hasSize(1);
    }

    @Test
    void endsNothingElseWithAWrongToken() {
        post(ALL, MAIL);
        post(ALL, MAIL.replace("Post", "Tweede"));
        List<Subscription> mails = List.copyOf(subscriptions.of("local"));
        Subscription first = mails.getFirst();
        String link = "/afmelden/" + first.id() + "?token=" + first.token();
        assertThat(oneClick(link + "&ook=" + mails.getLast().id() + ".fout&ook=x&ook=."))
                .hasStatus(200);
        assertThat(subscriptions.of("local")).singleElement().isEqualTo(mails.getLast());
    }

    @Test
    void pausesAndConfirmsByLink() {
        post(ALL, MAIL);
        post(ALL, CYBER);
        Subscription s =
                subscriptions.of("local").stream()
                        .filter(m -> m.channel().to() != null)
                        .findFirst()
                        .orElseThrow();
        String query = s.id() + "?token=" + s.token();
        assertThat(body(mvc.get().uri(ALL + "/" + s.id()).exchange()))
                .contains("\"confirmed\":false");

        assertThat(body(mvc.get().uri("/bevestigen/" + query).exchange()))
                .contains("post@example.org");
        assertThat(subscriptions.find(s.id()).orElseThrow()).isEqualTo(s);
        assertThat(oneClick("/bevestigen/" + query)).hasStatus(200);
        assertThat(body(mvc.get().uri("/bevestigen/" + query).exchange()))
                .contains("E-mailadres bevestigd");
        assertThat(body(mvc.get().uri(ALL + "/" + s.id()).exchange()))
                .contains("\"confirmed\":true");

        assertThat(oneClick("/pauzeren/" + query)).hasStatus(200);
        assertThat(subscriptions.find(s.id()).orElseThrow().state())
                .isEqualTo(Subscription.State.PAUSED);
        assertThat(body(mvc.get().uri("/pauzeren/" + query + "&lang=en").exchange()))
                .contains("Subscription paused");

        Subscription inbox =
                subscriptions.of("local").stream()
                        .filter(m -> m.channel().to() == null)
                        .findFirst()
                        .orElseThrow();
        assertThat(oneClick("/bevestigen/" + inbox.id() + "?token=" + inbox.token()))
                .hasStatus(404);
    }

    private MvcTestResult oneClick(String address) {
        return mvc.post()
                .uri(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .content("List-Unsubscribe=One-Click")
                .exchange();
    }

    private MvcTestResult post(String address, String content) {
        return mvc.post()
                .uri(address)
                .header("Content-Type", "application/json")
                .content(content)
                .exchange();
    }

    private MvcTestResult put(String address, String content, String... header) {
        var request =
                mvc.put().uri(address).header("Content-Type", "application/json").content(content);
        return (header.length == 0 ? request : request.header(header[0], header[1])).exchange();
    }

    private static String problem(MvcTestResult answer) {
        assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
        return body(answer);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
