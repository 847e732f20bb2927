package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import nl.beleidsradar.ingest.fetch.feed.FetchFailed.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind that reads pages must survive: the page fails as a whole, the next one works. */
class FeedKindFaultsTest {

    private final Replayed replayed = new Replayed();

    enum Kind {
        SRU("ob-sru", new SruKind(Clock.systemUTC())),
        RSS("ro-rss", new RssKind()),
        CELLAR("eu-cellar", new CellarKind(Clock.systemUTC())),
        OPEN_OVERHEID("oo-openbaarmakingen", new OpenOverheidKind());

        final String source;
        final FeedKind kind;

        Kind(String source, FeedKind kind) {
            this.source = source;
            this.kind = kind;
        }
    }

    @BeforeEach
    void serve() {
        replayed.server
                .serve("/sru", Answer.xml(Replayed.recorded("koop/repository.overheid.nl/sru.xml")))
                .serve("/api/rss", Answer.xml(Replayed.recorded("rijksoverheid/SYNTHETIC-rss.xml")))
                .serve(
                        "/webapi/notification/ingestion",
                        Answer.xml(Replayed.recorded("cellar/SYNTHETIC-notifications-1.xml")))
                .serve(
                        "/overheid/openbaarmakingen/api/v0/zoek",
                        Answer.json(Replayed.recorded("open-overheid/zoek.json")))
                .serve("/secret", Answer.xml("secret"));
    }

    @AfterEach
    void stop() {
        replayed.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(Kind.values())
                .flatMap(kind ->
                        Stream.of(
                                Arguments.of(kind, ReplayFault.status(500), Fault.UNREACHABLE),
                                Arguments.of(kind, ReplayFault.retryAfter(429, "5"), Fault.BUSY),
                                Arguments.of(kind, ReplayFault.status(400), Fault.REFUSED),
                                Arguments.of(kind, ReplayFault.json404(), Fault.ABSENT),
                                Arguments.of(kind, ReplayFault.malformed(), Fault.BROKEN),
                                Arguments.of(kind, new ReplayFault.WrongLength(9), Fault.BROKEN),
                                Arguments.of(kind, new ReplayFault.WrongLength(-90), Fault.BROKEN),
                                Arguments.of(
                                        kind,
                                        new ReplayFault.Drip(Duration.ofMillis(100)),
                                        Fault.SLOW)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultFailsThePageAndTheNextTimeItIsRead(Kind kind, ReplayFault fault, Fault expected)
            throws FetchFailed {
        replayed.server.fault(".", fault);

        Duration patience = Duration.ofSeconds(expected == Fault.SLOW ? 1 : 30);
        assertThatThrownBy(() -> read(kind, new DirectFetcher(patience)))
                .isInstanceOfSatisfying(
                        FetchFailed.class,
                        e -> {
                            assertThat(e.fault()).isEqualTo(expected);
                            assertThat(e.tryAgain()).isTrue();
                        });

        replayed.server.heal();
        assertThat(read(kind).documents()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "OPEN_OVERHEID", mode = EnumSource.Mode.EXCLUDE)
    void noDtdIsReadAndNothingIsFetchedForIt(Kind kind) {
        for (ReplayFault dtd :
                new ReplayFault[] {
                    ReplayFault.externalEntity("__BASE__/secret"), ReplayFault.billionLaughs()
                }) {
            replayed.server.heal();
            replayed.server.fault(".", dtd);
            assertThatThrownBy(() -> read(kind)).isInstanceOf(FetchFailed.class);
        }
        assertThat(replayed.server.count("/secret")).isZero();
    }

    private FeedPage read(Kind kind) throws FetchFailed {
        return read(kind, replayed.fetcher);
    }

    private FeedPage read(Kind kind, Fetcher fetcher) throws FetchFailed {
        return kind.kind.read(replayed.source(kind.source), null, fetcher);
    }
}
