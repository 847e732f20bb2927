package nl.beleidsradar.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import nl.beleidsradar.ingest.KamerServer;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed;
import nl.beleidsradar.ingest.fetch.feed.SyncFeed;
import nl.beleidsradar.ingest.ledger.DocumentState;
import nl.beleidsradar.ingest.ledger.FailureReason;
import nl.beleidsradar.ingest.ledger.FeedPosition;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFollowerTest {

    private static final String FEED = "tk-syncfeed";
    private static final String FILE = "/SyncFeed/2.0/Resources/";

    @TempDir Path data;
    private final MemoryLog log = new MemoryLog();
    private final ManualClock clock = new ManualClock();
    private KamerServer kamer;
    private FollowedFeeds feeds;

    @BeforeEach
    void start() {
        kamer = new KamerServer();
        restart();
    }

    @AfterEach
    void stop() throws Exception {
        feeds.close();
        kamer.close();
    }

    @Test
    void takesAllThatIsListedAndGoesOnWhereItWas() throws Exception {
        documents(1, 25);
        assertThat(feeds.poll(FEED)).isEqualTo(Duration.ofMinutes(2));
        assertThat(feeds.publishAll()).isEqualTo(25);
        assertThat(counts()).isEqualTo("25 = 25 + 0 + 0 + 0");
        var motie = feeds.entry("tk:2025D00003");
        assertThat(motie.facts().documentType()).isEqualTo("motie");
        assertThat(motie.facts().title()).isEqualTo("Motie over onderwerp 2025D00003");
        assertThat(motie.facts().published()).hasToString("2025-10-01");
        assertThat(motie.facts().url()).contains("id=2025D00003");
        assertThat(motie.facts().fileName()).isEqualTo("2025D00003.txt");
        assertThat(motie.backFill()).isTrue();
        restart();
        documents(26, 26);
        feeds.poll(FEED);
        assertThat(feeds.entry("tk:2025D00026").backFill()).isFalse();
        assertThat(kamer.server.count(FILE + KamerServer.guid(3))).isEqualTo(1);
    }

    @Test
    void aReissueOfUnchangedDocumentsPublishesNothingAndIsShown() throws Exception {
        documents(1, 60);
        feeds.poll(FEED);
        feeds.publishAll();
        documents(1, 60);
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isZero();
        assertThat(feeds.message(FEED)).isEqualTo("60 unchanged");
        assertThat(counts()).isEqualTo("60 = 60 + 0 + 0 + 0");
    }

    @Test
    void aFileThatIsNotThereIsMissingByNameAndTriedAgainForDays() throws Exception {
        documents(1, 3);
        kamer.server.fault(FILE + KamerServer.guid(2), ReplayFault.json404());
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("3 = 2 + 0 + 0 + 1");
        assertThat(feeds.completeness(FEED).missing()).containsExactly("tk:2025D00002");
        for (int hours = 0; hours < 5 * 24; hours++) {
            clock.advance(Duration.ofHours(1));
            feeds.poll(FEED);
        }
        assertThat(kamer.server.count(FILE + KamerServer.guid(2))).isBetween(20, 40);
        assertThat(feeds.completeness(FEED).isMissingSinceBefore(clock.instant())).isTrue();
        restart();
        kamer.server.heal();
        clock.advance(Duration.ofHours(6));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("3 = 3 + 0 + 0 + 0");
    }

    @Test
    void afterTwoWeeksItIsAFailureOfFetching() throws Exception {
        documents(1, 1);
        kamer.server.fault(FILE, ReplayFault.json404());
        feeds.poll(FEED);
        clock.advance(Duration.ofDays(15));
        feeds.poll(FEED);
        assertThat(feeds.entry("tk:2025D00001").reason()).isEqualTo(FailureReason.FETCH_FAILED);
        assertThat(counts()).isEqualTo("1 = 0 + 1 + 0 + 0");
        kamer.server.heal();
        assertThat(feeds.feeds.tryAgain("tk:2025D00001", clock.instant())).isTrue();
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("1 = 1 + 0 + 0 + 0");
    }

    @Test
    void onlyATombstoneRemovesAndADocumentMayComeBack() throws Exception {
        documents(1, 2);
        feeds.poll(FEED);
        feeds.publishAll();
        kamer.withdraw(1);
        feeds.poll(FEED);
        assertThat(feeds.entry("tk:2025D00001").leaving()).isTrue();
        feeds.publishAll();
        assertThat(feeds.entry("tk:2025D00001").state()).isEqualTo(DocumentState.REFUSED);
        assertThat(counts()).isEqualTo("1 = 1 + 0 + 0 + 0");
        documents(1, 1);
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(1);
        assertThat(counts()).isEqualTo("2 = 2 + 0 + 0 + 0");
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackFromAWriteThatWasNeverAcknowledged() throws Exception {
        documents(1, 1);
        feeds.poll(FEED);
        documents(2, 2);
        inDoubt();
        documents(3, 3);
        fault(3, ReplayFault.status(500));
        inDoubt();
        kamer.withdraw(2);
        kamer.withdraw(3);
        clock.advance(Duration.ofMinutes(30));
        feeds.poll(FEED);
        restart();
        clock.advance(Duration.ofMinutes(30));
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(1);
        assertThat(counts()).isEqualTo("1 = 1 + 0 + 0 + 0");
    }

    /** The log keeps what this poll enters, but does not say so. */
    private void inDoubt() throws Exception {
        log.silent = true;
        int before = log.size();
        feeds.poll(FEED);
        assertThat(log.size()).isGreaterThan(before);
        log.silent = false;
        clock.advance(Duration.ofMinutes(30));
    }

    @Test
    void anHourOfServerErrorsCostsFewRequestsAndNothingElse() throws Exception {
        documents(1, 30);
        kamer.server.fault(".*", ReplayFault.status(500));
        Instant end = clock.instant().plus(Duration.ofHours(1));
        while (clock.instant().isBefore(end)) {
            Duration pause = feeds.poll(FEED);
            assertThat(pause).isPositive();
            clock.advance(pause);
        }
        assertThat(kamer.server.requests()).hasSizeLessThan(20);
        assertThat(feeds.follower.state(FEED).failures()).isGreaterThan(3);
        assertThat(feeds.message(FEED)).contains("answered 500");
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(31));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("30 = 30 + 0 + 0 + 0");
    }

    @Test
    void filesThatFailWithAServerErrorAreMissingUntilTheyCome() throws Exception {
        documents(1, 4);
        kamer.server.fault(FILE, ReplayFault.status(500));
        feeds.poll(FEED);
        assertThat(feeds.completeness(FEED).missingCount()).isEqualTo(4);
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(2));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("4 = 4 + 0 + 0 + 0");
    }

    @Test
    void aHostThatIsBusyIsLeftAloneAsLongAsItAsks() throws Exception {
        documents(1, 1);
        kamer.server.fault("/SyncFeed/2.0/Feed", ReplayFault.retryAfter(429, "1800"), 1);
        assertThat(feeds.poll(FEED)).isEqualTo(Duration.ofMinutes(30));
        clock.advance(Duration.ofMinutes(29));
        feeds.poll(FEED);
        assertThat(kamer.server.requests()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(1);
    }

    @Test
    void aBusyHostAmidThePageLeavesTheCursorWhereItWas() throws Exception {
        documents(1, 10);
        kamer.server.fault(FILE, ReplayFault.retryAfter(503, "60"), 1);
        feeds.poll(FEED);
        assertThat(feeds.feeds.position(FEED).orElseThrow().cursor()).isNull();
        clock.advance(Duration.ofSeconds(61));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("10 = 10 + 0 + 0 + 0");
    }

    @Test
    void aFileThatForEverAsksToComeBackLaterHoldsUpNoOther() throws Exception {
        documents(1, 10);
        fault(1, ReplayFault.retryAfter(503, "60"));
        for (int minute = 0; minute < 10; minute++) {
            feeds.poll(FEED);
            clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        }
        feeds.publishAll();
        assertThat(counts()).isEqualTo("10 = 9 + 0 + 0 + 1");
        int asked = kamer.server.count(FILE + KamerServer.guid(1));
        documents(11, 30);
        for (int minute = 0; minute < 60; minute++) {
            feeds.poll(FEED);
            clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        }
        feeds.publishAll();
        assertThat(counts()).isEqualTo("30 = 29 + 0 + 0 + 1");
        assertThat(kamer.server.count(FILE + KamerServer.guid(1)) - asked)
                .as("ever less often")
                .isBetween(1, 5);
    }

    @Test
    void malformedPagesDtdsAndEntitiesAreReadAgainLater() throws Exception {
        documents(1, 2);
        int faults = 0;
        for (ReplayFault fault :
                new ReplayFault[] {
                    ReplayFault.malformed(),
                    ReplayFault.billionLaughs(),
                    ReplayFault.externalEntity(kamer.base() + "/secret"),
                    new ReplayFault.Changed(x -> "<html>onderhoud</html>"),
                    new ReplayFault.WrongLength(100),
                    new ReplayFault.WrongLength(-100),
                    new ReplayFault.HangUp(),
                    new ReplayFault.Hang(),
                    ReplayFault.drip(),
                    ReplayFault.redirect("http://169.254.169.254/latest")
                }) {
            kamer.server.fault("/SyncFeed/2.0/Feed", fault, 1);
            assertThat(feeds.poll(FEED)).isPositive();
            assertThat(feeds.follower.state(FEED).failures()).as("%s", fault).isEqualTo(++faults);
            // Past the breaker, which opens after connections that fail.
            clock.advance(Duration.ofMinutes(2));
            assertThat(feeds.feeds.position(FEED).orElseThrow().cursor()).isNull();
        }
        assertThat(kamer.server.count("/secret")).isZero();
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(2);
    }

    @Test
    void anotherPrefixForTheSameNamespaceIsTheSame() throws Exception {
        documents(1, 3);
        kamer.withdraw(3);
        kamer.server.fault("/SyncFeed/2.0/Feed", ReplayFault.prefix("tk", "ns1"));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("2 = 2 + 0 + 0 + 0");
    }

    @Test
    void brokenFilesAreNeverTaken() throws Exception {
        documents(1, 6);
        fault(1, new ReplayFault.WrongLength(100));
        fault(2, new ReplayFault.WrongLength(-2));
        fault(3, ReplayFault.redirect("/fout404.html"));
        fault(4, new ReplayFault.Drip(Duration.ofMillis(100)));
        fault(5, ReplayFault.redirect("http://127.0.0.1:1/elsewhere"));
        kamer.server.serve(
                "/fout404.html",
                ReplayServer.Answer.of(
                        "text/html", "<p>niet gevonden".getBytes(StandardCharsets.UTF_8)));
        feeds.poll(FEED);
        feeds.publishAll();
        // The one that leads elsewhere fails for good, the others are tried again.
        assertThat(counts()).isEqualTo("6 = 1 + 1 + 0 + 4");
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(3));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("6 = 5 + 1 + 0 + 0");
    }

    @Test
    void aFileOnAnotherHostFailsAloneAndTheFeedGoesOn() throws Exception {
        String own = "\"" + kamer.base() + FILE + KamerServer.guid(2) + "\"";
        for (String other :
                new String[] {
                    "http://127.0.0.1:1/elsewhere",
                    "http://no address/{x}",
                    "mailto:griffie@example.org",
                    "file:///etc/passwd",
                    "h".repeat(5_000)
                }) {
            documents(1, 3);
            kamer.server.heal();
            kamer.server.fault(
                    "/SyncFeed/2.0/Feed",
                    new ReplayFault.Changed(x -> x.replace(own, "\"" + other + "\"")));
            assertThat(feeds.poll(FEED)).as(other).isEqualTo(Duration.ofMinutes(2));
            feeds.publishAll();
            assertThat(counts()).as(other).isEqualTo("3 = 2 + 1 + 0 + 0");
        }
        var failed = feeds.entry("tk:2025D00002");
        assertThat(failed.reason()).isEqualTo(FailureReason.FETCH_FAILED);
        assertThat(failed.detail()).startsWith("no address to fetch from: malformed:hhh");
        assertThat(feeds.feeds.position(FEED).orElseThrow().cursor()).contains("skiptoken=15&");
        kamer.server.heal();
        documents(2, 2);
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("3 = 3 + 0 + 0 + 0");
    }

    @Test
    void anEntryWithoutADocumentFailsUnderItsOwnNameAndTheFeedGoesOn() throws Exception {
        documents(1, 3);
        String two = KamerServer.guid(2);
        kamer.server.fault(
                "/SyncFeed/2.0/Feed",
                new ReplayFault.Changed(x ->
                        x.replace("id=\"" + two + "\"", "id=\"?\"")
                                .replace(
                                        "<tk:documentNummer>" + KamerServer.number(2),
                                        "<tk:documentNummer><tk:a>b</tk:a>")));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("3 = 2 + 1 + 0 + 0");
        assertThat(feeds.entry("tk:entry-" + two).detail())
                .isEqualTo("no address to fetch from: without-document:urn:entiteiten/" + two);
        assertThat(feeds.feeds.position(FEED).orElseThrow().cursor()).contains("skiptoken=3&");
    }

    @Test
    void aPageOfAnotherFormatIsNotPassedOver() throws Exception {
        documents(1, 3);
        kamer.server.fault(
                "/SyncFeed/2.0/Feed",
                new ReplayFault.Changed(x -> x.replace("tkData/v1-0", "tkData/v2-0")));
        assertThat(feeds.poll(FEED)).isPositive();
        assertThat(feeds.message(FEED)).contains("entries without a document");
        assertThat(feeds.feeds.position(FEED).orElseThrow().cursor()).isNull();
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndNamed() throws Exception {
        kamer.put(1, "x".repeat(200_000));
        feeds.poll(FEED);
        assertThat(feeds.entry("tk:2025D00001").reason()).isEqualTo(FailureReason.TOO_LARGE);
        assertThat(counts()).isEqualTo("1 = 0 + 0 + 1 + 0");
    }

    @Test
    void aChainOfPagesThatNeverEndsIsLeft() throws Exception {
        int[] token = {0};
        kamer.server.serve("/SyncFeed/2.0/Feed", r -> ReplayServer.Answer.xml(endless(++token[0])));
        Duration pause = feeds.poll(FEED);
        assertThat(pause).isPositive();
        assertThat(feeds.message(FEED)).contains("no end");
        assertThat(kamer.server.count("/SyncFeed/2.0/Feed")).isBetween(1_000, 1_100);
        kamer.server.serve("/SyncFeed/2.0/Feed", r -> ReplayServer.Answer.xml(endless(7)));
        feeds.poll(FEED);
        assertThat(feeds.message(FEED)).contains("read already");
        assertThat(kamer.server.count("/SyncFeed/2.0/Feed")).isLessThan(1_110);
    }

    @Test
    void aStoredCursorThatLeadsElsewhereIsNotFollowed() throws Exception {
        for (String cursor :
                new String[] {
                    "http://127.0.0.1:1/SyncFeed/2.0/Feed?category=Document&skiptoken=1",
                    kamer.base() + "/other/Feed?category=Document&skiptoken=1",
                    kamer.base() + "/SyncFeed/2.0/Feed?category=Persoon&skiptoken=1",
                    kamer.base() + "/SyncFeed/2.0/Feed?category=Document",
                    kamer.base() + "/SyncFeed/2.0/../../admin?category=Document&skiptoken=1",
                    "file:///etc/passwd?category=Document&skiptoken=1"
                }) {
            assertThatThrownBy(() ->
                            new SyncFeed()
                                    .read(
                                            feeds.source(FEED),
                                            cursor,
                                            (a, h) -> {
                                                throw new AssertionError("asked " + a);
                                            }))
                    .isInstanceOf(FetchFailed.class);
        }
    }

    @Test
    void aClockThatJumpsLosesAndHoldsUpNothing() throws Exception {
        documents(1, 2);
        fault(1, ReplayFault.json404());
        feeds.poll(FEED);
        clock.advance(Duration.ofDays(-400));
        documents(3, 3);
        feeds.poll(FEED);
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(5));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("3 = 3 + 0 + 0 + 0");
        clock.advance(Duration.ofDays(4_000));
        documents(4, 4);
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isEqualTo(1);
    }

    @Test
    void theCursorStaysWhileTheLogDoesNotAnswer() throws Exception {
        documents(1, 5);
        feeds.follower.poll(feeds.source(FEED));
        FeedPosition before = feeds.feeds.position(FEED).orElseThrow();
        documents(6, 9);
        log.down = true;
        assertThat(feeds.poll(FEED)).isPositive();
        assertThat(feeds.feeds.position(FEED)).contains(before);
        log.down = false;
        restart();
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(counts()).isEqualTo("9 = 9 + 0 + 0 + 0");
    }

    @Test
    void theCatchUpBringsTodaysDocumentsAndChecksTheRestWithoutFetchingItAgain() throws Exception {
        documents(1, 11);
        fault(5, ReplayFault.json404());
        feeds.poll(FEED);
        feeds.publishAll();
        feeds.poll("tk-odata");
        while (feeds.follower.fillBack(feeds.source("tk-odata")).isPresent()) {}
        feeds.publishAll();
        assertThat(feeds.completeness("tk-odata").listed()).isEqualTo(11);
        assertThat(
                        kamer.server.count(
                                "/OData/v4/2.0/Document(" + KamerServer.guid(3) + ")/resource"))
                .isZero();
        kamer.server.heal();
        clock.advance(Duration.ofMinutes(2));
        feeds.poll(FEED);
        feeds.publishAll();
        assertThat(feeds.completeness("tk-odata").held()).isEqualTo(11);
        assertThat(counts()).isEqualTo("11 = 11 + 0 + 0 + 0");
    }

    @Test
    void theCatchUpFetchesWhatTheFeedDoesNotListAndKeepsItsDossier() throws Exception {
        documents(1, 3);
        feeds.poll("tk-odata");
        while (feeds.follower.fillBack(feeds.source("tk-odata")).isPresent()) {}
        assertThat(feeds.publishAll()).isEqualTo(3);
        assertThat(feeds.entry("tk:2025D00002").facts().metadata())
                .containsEntry("officialId", java.util.List.of("kst-36600-VII-7"));
        feeds.poll(FEED);
        assertThat(feeds.publishAll()).isZero();
        assertThat(counts()).isEqualTo("3 = 3 + 0 + 0 + 0");
    }

    private void fault(int document, ReplayFault fault) {
        kamer.server.fault(FILE + KamerServer.guid(document), fault);
    }

    private void documents(int from, int to) {
        for (int i = from; i <= to; i++) {
            kamer.put(i, "Tekst van document " + i + ", lang genoeg om te lezen.");
        }
    }

    private String endless(int token) {
        return """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry>
        <link rel="next" href="%s/SyncFeed/2.0/Feed?category=Document&amp;skiptoken=%d"/>
        <content><d:document xmlns:d="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="%s"/>
        </content></entry></feed>\
        """
                .formatted(kamer.base(), token, KamerServer.guid(1));
    }

    private String counts() {
        Completeness c = feeds.completeness(FEED);
        return "%d = %d + %d + %d + %d"
                .formatted(c.listed(), c.held(), c.failed(), c.refused(), c.missingCount());
    }

    private void restart() {
        feeds = new FollowedFeeds(data, log, clock, kamer.server.base());
    }
}
