package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.ingest.ReplayFault;
import nl.beleidsradar.ingest.ReplayServer.Answer;
import nl.beleidsradar.ingest.ReplayServer.Request;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against recorded responses of the publisher of the official publications. */
class SruKindTest {

    private static final Instant NOW = Instant.parse("2021-10-14T08:00:00Z");
    private static final String RECORDED = Replayed.recorded("koop/repository.overheid.nl/sru.xml");
    private static final String TEN = Replayed.recorded("koop/sru-76.xml");

    private final Replayed replayed = new Replayed();
    private final SruKind kind = new SruKind(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void serve() {
        replayed.server.serve("/sru", Answer.xml(RECORDED));
    }

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void listsTheRecordedPublicationsWithTheirFacts() throws FetchFailed {
        FeedPage page = read(null);

        assertThat(page.caughtUp()).isTrue();
        assertThat(page.documents())
                .extracting(
                        ListedDocument::local,
                        d -> d.facts().title(),
                        d -> d.facts().documentType(),
                        d -> d.facts().published(),
                        d -> d.facts().url())
                .containsExactly(
                        tuple(
                                "kst-32545-143",
                                "Motie van de leden Inge van Dijk en Grinwis over het definiëren van"
                                        + " een grensspaarsaldo voor negatieve spaarrente –"
                                        + " Wet- en regelgeving financiële markten",
                                "motie",
                                LocalDate.of(2021, 7, 6),
                                "https://zoek.officielebekendmakingen.nl/kst-32545-143.html"),
                        tuple(
                                "ah-tk-20202021-3235",
                                "Antwoord op vragen van de leden Van Weyenberg, Romke de Jong en"
                                        + " Kat over de Tozo",
                                "antwoord",
                                LocalDate.of(2021, 6, 21),
                                "https://zoek.officielebekendmakingen.nl/ah-tk-20202021-3235.html"),
                        tuple(
                                "blg-1007826",
                                "Beslisnota inzake aangenomen moties en reactie op vier zienswijzen"
                                        + " 7e Actieprogramma Nitraatrichtlijn",
                                "bijlage",
                                LocalDate.of(2021, 12, 3),
                                replayed.server.base()
                                        + "/zoek.officielebekendmakingen.nl/blg-1007826.html"),
                        tuple(
                                "blg-1025203",
                                "Keuzeproces zorgverzekering",
                                "bijlage",
                                LocalDate.of(2022, 4, 7),
                                "https://zoek.officielebekendmakingen.nl/blg-1025203.html"),
                        tuple(
                                "kst-32545-144",
                                "Motie van de leden Inge van Dijk en Grinwis over het definiëren van"
                                        + " een grensspaarsaldo voor negatieve spaarrente –"
                                        + " Wet- en regelgeving financiële markten",
                                "motie",
                                LocalDate.of(2021, 7, 6),
                                "https://zoek.officielebekendmakingen.nl/kst-32545-143.html"));
    }

    @Test
    void aPublicationThatIsListedTwiceIsOne() throws FetchFailed {
        replayed.server.serve("/sru", Answer.xml(RECORDED.replace("32545-144<", "32545-143<")));

        assertThat(read(null).documents()).hasSize(4);
    }

    @Test
    void aMetadataFileOfAnotherPublicationIsNotBelieved() throws FetchFailed {
        // As recorded: the fifth record refers to the files of the first.
        assertThat(read(null).documents().getLast().facts().metadata())
                .containsEntry("officialId", List.of("kst-32545-144"));
    }

    @Test
    void anAddressThatLeadsNowhereIsLeftToTheFetcher() throws FetchFailed {
        // As recorded: the fourth publication's file has an address of no known scheme.
        FeedSource source = source();

        assertThat(read(null).documents().get(3).files())
                .hasSize(1)
                .noneMatch(f -> source.allows(f.address()));
    }

    @Test
    void anAddressThatIsNoneIsToldAndTheOtherRenditionsAreListed() throws FetchFailed {
        replayed.server.serve(
                "/sru", Answer.xml(RECORDED.replace("kst-32545-143.xml<", "kst 32545-143.xml<")));

        ListedDocument first = read(null).documents().getFirst();

        assertThat(first.unusableAddress()).isTrue();
        assertThat(Replayed.files(first)).hasSize(3).contains("kst-32545-143.html");
        assertThat(read(null).documents().get(1).unusableAddress()).isFalse();
    }

    @Test
    void prefersStructuredTextAndTakesPagesLast() throws FetchFailed {
        assertThat(read(null).documents())
                .extracting(Replayed::files)
                .containsExactly(
                        List.of(
                                "kst-32545-143.xml",
                                "kst-32545-143.html",
                                "kst-32545-143.odt",
                                "kst-32545-143.pdf"),
                        List.of(
                                "ah-tk-20202021-3235.xml",
                                "ah-tk-20202021-3235.html",
                                "ah-tk-20202021-3235.odt",
                                "ah-tk-20202021-3235.pdf"),
                        List.of("blg-1007826.pdf"),
                        List.of("blg-1025203.pdf"),
                        List.of(
                                "kst-32545-143.xml",
                                "kst-32545-143.html",
                                "kst-32545-143.odt",
                                "kst-32545-143.pdf"));
    }

    @Test
    void takesDossierNumberAndPeopleFromTheOfficialMetadata() throws FetchFailed {
        List<ListedDocument> listed = read(null).documents();

        assertThat(listed.get(0).facts().metadata())
                .isEqualTo(
                        Map.of(
                                "officialId", List.of("kst-32545-143"),
                                "dossier", List.of("32545"),
                                "ondernummer", List.of("143"),
                                "vergaderjaar", List.of("2020-2021"),
                                "indiener", List.of("I. (Inge) van Dijk", "P.A. Grinwis"),
                                "available", List.of("2021-07-07")));
        assertThat(listed.get(1).facts().metadata())
                .containsEntry("vraagnummer", List.of("2021Z09739"))
                .containsEntry("ontvanger", List.of("W. Koolmees"))
                .containsEntry("aanhangselnummer", List.of("3235"));
        // The number in an attachment's record is that of the paper it came with.
        assertThat(listed.get(2).facts().metadata())
                .containsEntry("hoofddocument", List.of("kst-33037-430"))
                .doesNotContainKey("ondernummer");
    }

    @Test
    void theMetadataFileGoesBeforeTheRecordAndItsAbsenceIsNoFault() throws FetchFailed {
        String file =
                "/repository.overheid.nl/frbr/officielepublicaties/kst/32545/kst-32545-143/1/metadata/metadata.xml";
        replayed.server.serve(
                file,
                Answer.xml(
                        "<metadata_gegevens><metadata name='OVERHEIDop.dossiernummer' scheme=''"
                                + " content='35 925 VII'/></metadata_gegevens>"));
        replayed.server.fault("ah-tk.*metadata.xml", ReplayFault.redirect("__BASE__/fout404.html"));
        replayed.server.serve(
                "/fout404.html", Answer.of("text/html", "<html><br></html>".getBytes()));

        List<ListedDocument> listed = read(null).documents();

        assertThat(listed.get(0).facts().metadata()).containsEntry("dossier", List.of("35925VII"));
        assertThat(listed.get(1).facts().metadata())
                .containsEntry("vergaderjaar", List.of("2020-2021"));
    }

    @Test
    void recordAndMetadataFileSayTheSameOfWhatIsRecorded() throws FetchFailed {
        List<ListedDocument> byFile = read(null).documents();
        List<ListedDocument> byRecord =
                kind.read(replayed.source("ob-sru", "metadata", "record"), null, replayed.fetcher)
                        .documents();

        assertThat(byFile)
                .extracting(d -> d.facts().metadata())
                .isEqualTo(byRecord.stream().map(d -> d.facts().metadata()).toList());
    }

    @Test
    void readsAllPagesAndThenBeginsADayBeforeTheNewestRecord() throws FetchFailed {
        String last = TEN.replaceFirst("<sru:nextRecordPosition>11</sru:nextRecordPosition>", "");
        replayed.server.serve(
                "/sru", r -> Answer.xml(r.parameter("startRecord").equals("1") ? TEN : last));

        FeedPage first = read("since=2021-10-01");
        FeedPage second = read(first.next());

        assertThat(first.caughtUp()).isFalse();
        assertThat(first.next()).contains("start=11").contains("since=2021-10-01");
        assertThat(second.caughtUp()).isTrue();
        assertThat(second.next()).isEqualTo("since=2021-10-12;read=2021-10-13T15:48:10.606149200Z");
        assertThat(queries())
                .allMatch(q -> q.endsWith(") and dt.modified>=2021-10-01"))
                .allMatch(q -> q.startsWith("(c.product-area==officielepublicaties and ("));
    }

    @Test
    void listsTheTenOfAPageWithTheirOwnTypes() throws FetchFailed {
        replayed.server.serve("/sru", Answer.xml(TEN));

        assertThat(read("since=2021-10-01").documents())
                .extracting(
                        ListedDocument::local,
                        d -> d.facts().documentType(),
                        d -> d.facts().published().toString(),
                        d -> Replayed.files(d).getFirst(),
                        ListedDocument::revision)
                .containsExactly(
                        row("blg-998035", "bijlage", "2021-09-28", "pdf", "14:34:49.3152212"),
                        row(
                                "h-ek-20212022-2-7",
                                "verslag",
                                "2021-10-05",
                                "xml",
                                "17:48:10.6061492"),
                        row(
                                "h-tk-20202021-101-5",
                                "verslag",
                                "2021-08-18",
                                "xml",
                                "17:01:47.7103113"),
                        row("blg-1000226", "bijlage", "2021-10-13", "pdf", "16:41:41.5956076"),
                        row("blg-998029", "bijlage", "2021-09-28", "pdf", "14:35:00.5521571"),
                        row(
                                "kst-22112-3185",
                                "kamerbrief",
                                "2021-09-17",
                                "xml",
                                "14:29:20.5575228"),
                        row("blg-999984", "bijlage", "2021-10-12", "pdf", "14:34:59.3489065"),
                        row("blg-1000150", "bijlage", "2021-10-13", "pdf", "14:29:30.1990725"),
                        row(
                                "h-tk-20202021-100-4",
                                "verslag",
                                "2021-07-14",
                                "xml",
                                "15:02:50.4158327"),
                        row(
                                "h-ek-20212022-2-1",
                                "verslag",
                                "2021-10-05",
                                "xml",
                                "17:48:08.8872364"));
    }

    @Test
    void doesNotAskAgainForTheMetadataOfRecordsOfAnEarlierSweep() throws FetchFailed {
        FeedPage first = read(null);
        int before = metadataRequests();

        FeedPage again = read(first.next());

        assertThat(before).isEqualTo(5);
        assertThat(metadataRequests()).isEqualTo(before + 2);
        assertThat(again.documents())
                .extracting(ListedDocument::revision)
                .isEqualTo(first.documents().stream().map(ListedDocument::revision).toList());
    }

    @Test
    void aRecordFromTheFutureDoesNotMoveTheSweep() throws FetchFailed {
        // Two records are of 2022, after the clock of this test.
        assertThat(read(null).next()).startsWith("since=2021-07-21;");
    }

    @Test
    void aClockThatJumpsBackNeverMovesTheSweepBack() throws FetchFailed {
        SruKind confused = new SruKind(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        FeedPage page = confused.read(source(), "since=2021-07-01", replayed.fetcher);

        assertThat(page.next()).isEqualTo("since=2021-07-01");
        assertThat(page.documents()).hasSize(5);
    }

    @Test
    void aDiagnosticWithStatus200IsAnError() {
        replayed.server.serve(
                "/sru", Answer.xml(Replayed.recorded("koop/SYNTHETIC-sru-diagnostic.xml")));

        assertBroken("SRU diagnostic");
    }

    @Test
    void aResponseWithoutANumberOfRecordsIsAnError() {
        replayed.server.serve("/sru", Answer.xml("<html xmlns='http://www.w3.org/1999/xhtml'/>"));

        assertBroken("without a number of records");
    }

    @Test
    void followsNoEndlessChain() {
        String back = TEN.replace("Position>11<", "Position>1<");
        String beyond = TEN.replace("Position>11<", "Position>99999<");
        String empty = TEN.replaceAll("(?s)<sru:records>.*</sru:records>", "");
        for (String endless : List.of(back, beyond, empty)) {
            replayed.server.serve("/sru", Answer.xml(endless));
            assertThatThrownBy(() -> read("since=2021-10-01")).isInstanceOf(FetchFailed.class);
        }
    }

    @Test
    void aPrefixIsOnlyAName() throws FetchFailed {
        List<ListedDocument> plain = read(null).documents();
        replayed.server
                .fault("/sru\\?", ReplayFault.prefix("sru", "ns1"), 1)
                .fault("/sru\\?", ReplayFault.prefix("dcterms", "x"), 1);

        assertThat(read(null).documents()).isEqualTo(plain);
        assertThat(read(null).documents()).isEqualTo(plain);
    }

    @Test
    void aRecordWithoutAnIdIsListedUnderAHashOfWhatItSays() throws FetchFailed {
        replayed.server.serve(
                "/sru",
                Answer.xml(
                        RECORDED.replace(
                                "<dcterms:identifier>kst-32545-143</dcterms:identifier>", "")));

        assertThat(
                        kind.read(
                                        replayed.source("ob-sru", "metadata", "record"),
                                        null,
                                        replayed.fetcher)
                                .documents()
                                .getFirst()
                                .local())
                .matches("unnamed-[0-9a-f]{32}");
    }

    @Test
    void aCursorThatWasTamperedWithLeadsNowhere() {
        for (String cursor :
                List.of(
                        "http://169.254.169.254/",
                        "since=2021-10-01;start=-5",
                        "since=yesterday",
                        "since=2021-10-01 or 1==1",
                        "start=" + "9".repeat(600))) {
            assertThatThrownBy(() -> read(cursor))
                    .isInstanceOfSatisfying(
                            FetchFailed.class,
                            e -> assertThat(e.fault()).isEqualTo(FetchFailed.Fault.FORBIDDEN));
        }
        assertThat(replayed.server.requests()).isEmpty();
    }

    private static Tuple row(
            String id, String type, String published, String rendition, String changed) {
        return tuple(id, type, published, id + "." + rendition, "2021-10-13T" + changed + "+02:00");
    }

    private void assertBroken(String message) {
        assertThatThrownBy(() -> read(null))
                .isInstanceOfSatisfying(
                        FetchFailed.class,
                        e -> assertThat(e.fault()).isEqualTo(FetchFailed.Fault.BROKEN))
                .hasMessageContaining(message);
    }

    private int metadataRequests() {
        return (int)
                replayed.server.requests().stream()
                        .filter(r -> r.path().endsWith("/metadata.xml"))
                        .count();
    }

    private List<String> queries() {
        return replayed.server.requests().stream()
                .filter(r -> r.path().equals("/sru"))
                .map((Request r) -> r.parameter("query"))
                .toList();
    }

    private FeedSource source() {
        return replayed.source("ob-sru");
    }

    private FeedPage read(String cursor) throws FetchFailed {
        return replayed.read(kind, source(), cursor);
    }
}
