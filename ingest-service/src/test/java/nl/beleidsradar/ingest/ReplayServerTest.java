package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayServerTest {

    private final ReplayServer server = ReplayServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void answersWithRecordedFilesUnderItsOwnAddress() throws Exception {
        server.folder("/koop/", RecordedFeeds.folder("koop"));

        String page = get("/koop/repository.overheid.nl/sru.xml").body();

        assertThat(page)
                .contains(server.base() + "/repository.overheid.nl/frbr/")
                .doesNotContain("__MOCK_SERVICE__");
        assertThat(get("/koop/../pom.xml").statusCode()).isEqualTo(404);
        assertThat(server.count("/koop/repository.overheid.nl/sru.xml")).isEqualTo(1);
    }

    @Test
    void prefersAnAnswerForTheExactQuery() throws Exception {
        server.serve("/feed?skiptoken=2", Answer.xml("<two/>"))
                .serve("/feed", r -> Answer.xml("<q>" + r.parameter("skiptoken") + "</q>"));

        assertThat(get("/feed?skiptoken=2").body()).isEqualTo("<two/>");
        assertThat(get("/feed?skiptoken=3%20a").body()).isEqualTo("<q>3 a</q>");
        assertThat(server.count("/feed")).isEqualTo(2);
    }

    @Test
    void tellsWhatIsUnchanged() throws Exception {
        server.serve("/a", Answer.xml("<a/>").with("ETag", "\"1\""));

        HttpResponse<String> again =
                client.send(
                        request("/a").header("If-None-Match", "\"1\"").build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void failsAsOftenAsItIsTold() throws Exception {
        server.serve("/a", Answer.xml("<a/>"))
                .fault("^/a$", ReplayFault.retryAfter(429, "7"), 1)
                .fault("^/a$", ReplayFault.status(500), 2);

        HttpResponse<String> first = get("/a");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(get("/a").statusCode()).isEqualTo(500);
        assertThat(get("/a").statusCode()).isEqualTo(500);
        assertThat(get("/a").statusCode()).isEqualTo(200);
        assertThat(server.injected()).isEqualTo(Map.of("Status", 3));
    }

    @Test
    void liesAboutLengths() throws Exception {
        server.serve("/a", Answer.xml("<abcdef/>"))
                .fault("/a", new ReplayFault.WrongLength(5), 1)
                .fault("/a", new ReplayFault.WrongLength(-4), 1);

        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
        assertThat(get("/a").body()).isEqualTo("<abcd");
    }

    @Test
    void dripsHangsAndHangsUp() {
        server.serve("/a", Answer.xml("<abcdef/>"))
                .fault("/a", ReplayFault.drip(), 1)
                .fault("/a", new ReplayFault.Hang(), 1)
                .fault("/a", new ReplayFault.HangUp());

        assertThatThrownBy(() ->
                        client.sendAsync(
                                        request("/a").build(), HttpResponse.BodyHandlers.ofString())
                                .get(1500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() ->
                        client.send(
                                request("/a").timeout(Duration.ofSeconds(1)).build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class);
    }

    @Test
    void spoilsXml() throws Exception {
        server.serve(
                        "/a",
                        Answer.xml("<tk:a xmlns:tk='u' tk:id='1'><tk:b>http://tk:1</tk:b></tk:a>"))
                .fault("/a", ReplayFault.prefix("tk", "ns1"), 1)
                .fault("/a", ReplayFault.externalEntity("__BASE__/secret"), 1)
                .fault("/a", ReplayFault.malformed(), 1);

        assertThat(get("/a").body())
                .isEqualTo("<ns1:a xmlns:ns1='u' ns1:id='1'><ns1:b>http://tk:1</ns1:b></ns1:a>");
        assertThat(get("/a").body())
                .startsWith("<!DOCTYPE tk:a [<!ENTITY x SYSTEM \"")
                .contains("tk:id='1'>&x;<tk:b>");
        assertThat(get("/a").body()).doesNotContain("</tk:a>");
    }

    @Test
    void redirectsToAnErrorPage() throws Exception {
        server.serve("/a", Answer.xml("<a/>"))
                .fault("/a", ReplayFault.redirect("__BASE__/fout404.html"), 1);

        HttpResponse<String> answer = get("/a");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .contains(server.base() + "/fout404.html");
    }

    @Test
    void goesWrongByChanceButTheSameWayEachTime() throws Exception {
        List<Integer> first = statuses(server);
        try (ReplayServer again = ReplayServer.start()) {
            assertThat(statuses(again)).isEqualTo(first);
        }
        assertThat(first.stream().filter(s -> s == 500).count()).isBetween(25L, 75L);
    }

    @Test
    void countsWhatIsAskedAtOnce() {
        CountDownLatch allThree = new CountDownLatch(3);
        server.serve(
                "/slow",
                r -> {
                    allThree.countDown();
                    await(allThree);
                    return Answer.xml("<a/>");
                });

        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(
                    client.sendAsync(
                            request("/slow").build(), HttpResponse.BodyHandlers.ofString()));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();

        assertThat(server.peakConcurrency("/slow")).isEqualTo(3);
        assertThat(server.peakConcurrency("/other")).isZero();
    }

    private List<Integer> statuses(ReplayServer of) throws Exception {
        of.serve("/a", Answer.xml("<a/>")).randomFaults(42, 0.25, "/a", ReplayFault.status(500));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            HttpRequest get = HttpRequest.newBuilder(of.base().resolve("/a")).build();
            statuses.add(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return client.send(request(target).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(server.base() + target))
                .timeout(Duration.ofSeconds(30));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
