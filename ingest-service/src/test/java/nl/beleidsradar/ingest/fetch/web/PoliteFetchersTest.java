package nl.beleidsradar.ingest.fetch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer;
import nl.beleidsradar.ingest.fetch.feed.FeedSource;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import nl.beleidsradar.ingest.fetch.feed.Fetched;
import nl.beleidsradar.ingest.fetch.feed.ListedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PoliteFetchersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final ReplayServer server = ReplayServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noMoreRequestsAtATimeAndASecondThanTheSourceSays() throws Exception {
        server.serve("/a", ReplayServer.Answer.xml("<a/>"));
        try (PoliteFetchers fetchers = fetchers(source(20, 2), true);
                var all = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < 12; i++) {
                all.submit(() -> fetchers.of(source(20, 2)).body(server.base().resolve("/a")));
            }
            all.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(500));
            assertThat(server.count("/a")).isEqualTo(12);
            assertThat(server.peakConcurrency("/a")).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void asksConditionallyAndIsToldThatNothingChanged() throws Exception {
        server.serve("/a", ReplayServer.Answer.xml("<a/>").with("ETag", "\"1\""));
        try (PoliteFetchers fetchers = fetchers(source(100, 2), true)) {
            URI a = server.base().resolve("/a");
            var first = fetchers.of(source(100, 2)).body(a);
            assertThat(first.etag()).isEqualTo("\"1\"");
            assertThat(fetchers.of(source(100, 2)).get(a, Map.of("If-None-Match", "\"1\"")))
                    .isInstanceOf(Fetched.NotModified.class);
        }
    }

    @Test
    void aPrivateAddressIsRefusedUnlessTheSettingAllowsIt() throws Exception {
        try (PoliteFetchers fetchers = fetchers(source(100, 2), false)) {
            assertThat(fault(fetchers, "/a")).isEqualTo(Fault.FORBIDDEN);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void redirectsAreFollowedOnlySoFarAndOnlyToItsHosts() throws Exception {
        server.fault("/loop", ReplayFault.redirect("/loop"));
        server.fault("/away", ReplayFault.redirect("http://example.org/"));
        server.fault("/good", ReplayFault.redirect("/a"));
        server.serve("/a", ReplayServer.Answer.xml("<a/>"));
        try (PoliteFetchers fetchers = fetchers(source(100, 2), true)) {
            assertThat(fault(fetchers, "/loop")).isEqualTo(Fault.BROKEN);
            assertThat(server.count("/loop")).isEqualTo(4);
            assertThat(fault(fetchers, "/away")).isEqualTo(Fault.FORBIDDEN);
            assertThat(
                            fetchers.of(source(100, 2))
                                    .body(server.base().resolve("/good"))
                                    .address()
                                    .getPath())
                    .isEqualTo("/a");
        }
    }

    @Test
    void aPageBeyondItsLimitIsNotReadToTheEnd() throws Exception {
        server.serve("/a", ReplayServer.Answer.xml("x".repeat(20_000)));
        try (PoliteFetchers fetchers = fetchers(source(100, 2), true)) {
            assertThat(fault(fetchers, "/a")).isEqualTo(Fault.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.pdf", "/b.ODT", "/c.docx", "/d.xml", "/e.zip", "/f.doc", "/g.rtf"})
    void aWebPageInPlaceOfAFileIsNoFile(String path) throws Exception {
        server.serve(path, page());
        try (PoliteFetchers fetchers = fetchers(source(100, 2), true)) {
            FetchFailed failed =
                    catchThrowableOfType(FetchFailed.class, () -> download(fetchers, path, null));
            assertThat(failed.fault()).isEqualTo(Fault.BROKEN);
            assertThat(failed.tryAgain()).isTrue();
        }
    }

    @Test
    void aWebPageIsTakenWhereAnythingMayBeAndNotUnderTheNameOfAnotherFormat() throws Exception {
        server.serve("/a.html", page()).serve("/a", page());
        try (PoliteFetchers fetchers = fetchers(source(100, 2), true)) {
            assertThat(download(fetchers, "/a.html", null)).startsWith("<html>");
            assertThat(download(fetchers, "/a", null)).startsWith("<html>");
            assertThat(download(fetchers, "/a", "a.xhtml")).startsWith("<html>");
            assertThat(
                            catchThrowableOfType(
                                            FetchFailed.class,
                                            () -> download(fetchers, "/a", "a.pdf"))
                                    .fault())
                    .isEqualTo(Fault.BROKEN);
        }
    }

    private static ReplayServer.Answer page() {
        return ReplayServer.Answer.of(
                "text/html; charset=utf-8", "<html>onderhoud".getBytes(StandardCharsets.UTF_8));
    }

    private String download(PoliteFetchers fetchers, String path, String fileName)
            throws FetchFailed {
        return fetchers.download(
                        source(100, 2),
                        new ListedFile(server.base().resolve(path), fileName),
                        10_000,
                        in -> new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .value();
    }

    @Test
    void retryAfterIsSecondsOrAMomentAndHasALimit() {
        Duration longest = Duration.ofHours(6);
        assertThat(RetryAfter.read("120", NOW, longest)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 09:10:00 GMT", NOW, longest))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 08:10:00 GMT", NOW, longest))
                .isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.read("999999999", NOW, longest)).isEqualTo(longest);
        assertThat(RetryAfter.read("soon", NOW, longest)).isNull();
        assertThat(RetryAfter.read(null, NOW, longest)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
                "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1",
                "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"
            })
    void addressesInsideANetworkArePrivate(String address) throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"145.222.20.1", "2a02:2770::1", "8.8.8.8"})
    void othersAreNot(String address) throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    private Fault fault(PoliteFetchers fetchers, String path) {
        return catchThrowableOfType(
                        FetchFailed.class,
                        () -> fetchers.of(source(100, 2)).body(server.base().resolve(path)))
                .fault();
    }

    private static PoliteFetchers fetchers(FeedSource source, boolean allowPrivate) {
        TransferLimits limits =
                new TransferLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        DataSize.ofBytes(100),
                        3,
                        Duration.ofHours(6),
                        10,
                        Duration.ofMinutes(1),
                        "test");
        return new PoliteFetchers(List.of(source), limits, allowPrivate, Clock.systemUTC());
    }

    private FeedSource source(double rate, int concurrency) {
        return new FeedSource(
                "x",
                "x",
                "x",
                server.base(),
                Set.of("127.0.0.1:" + server.base().getPort()),
                Map.of(),
                Map.of(),
                rate,
                concurrency,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                10_000,
                true);
    }
}
