package nl.beleidsradar.search.index;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.contract.store.FolderDocuments;
import nl.beleidsradar.search.TestArchive;
import nl.beleidsradar.search.TestDocument;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class DocumentIndexIT {

    @TempDir Path store;
    private TestArchive archive;

    @BeforeEach
    void open() {
        archive = new TestArchive(store);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void neverOverwritesANewerVersionWithAnOlderOne() {
        assertThat(archive.put(document("tk:1").sequence(2).text("nieuw")))
                .containsExactly(new IndexOutcome.Indexed());
        assertThat(archive.put(document("tk:1").sequence(1).text("oud")))
                .containsExactly(new IndexOutcome.Superseded());
        assertThat(archive.put(document("tk:1").sequence(2).text("nieuw")))
                .containsExactly(new IndexOutcome.Indexed());

        assertThat(archive.search().text("tk:1")).contains("nieuw");
        assertThat(archive.search().search(SearchQuery.ALL).total()).isEqualTo(1);
    }

    @Test
    void takesOutADocumentAndDoesNotMindOneThatIsNotThere() {
        archive.put(document("tk:1"));

        assertThat(
                        archive.index()
                                .write(
                                        List.of(
                                                new IndexWrite.Remove("tk:1"),
                                                new IndexWrite.Remove("tk:never"))))
                .containsExactly(new IndexOutcome.Removed(), new IndexOutcome.Removed());
        assertThat(archive.search().document("tk:1")).isEmpty();
    }

    @Test
    void namesTheOneDocumentThatIsRefusedAndIndexesTheRest() {
        List<IndexOutcome> outcomes =
                archive.put(
                        document("tk:1"),
                        document("tk:2").textRef("texts/sha256-" + "0".repeat(64)),
                        document("nothing:with a blank"),
                        document("tk:3"));

        assertThat(outcomes.get(0)).isEqualTo(new IndexOutcome.Indexed());
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        IndexOutcome.Rejected.class,
                        r -> assertThat(r.reason()).isEqualTo("text-missing"));
        assertThat(outcomes.get(2)).isInstanceOf(IndexOutcome.Rejected.class);
        assertThat(outcomes.get(3)).isEqualTo(new IndexOutcome.Indexed());
        assertThat(archive.search().search(SearchQuery.ALL).total()).isEqualTo(2);
    }

    @Test
    void indexesATextOfFiveMegabytesFromTheStoreWhole() throws Exception {
        String text =
                "Alinea over de zee met \ud83c\udf0a en wat meer woorden.\n\n".repeat(110_000)
                        + "slotakkoord";
        BlobRef ref = BlobRef.ofText(text);
        Path blob = new FolderDocuments(store).path(ref);
        Files.createDirectories(blob.getParent());
        Files.writeString(blob, text);

        archive.put(document("tk:groot").textRef(ref.toString()));

        assertThat(text.length()).isGreaterThan(5_000_000);
        assertThat(archive.search().text("tk:groot").orElseThrow().equals(text)).isTrue();
        SearchPage page =
                archive.search().search(SearchQuery.of(Map.of("q", List.of("alinea slotakkoord"))));
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.hits().getFirst().snippets().getFirst().html())
                .contains("<mark>slotakkoord</mark>");
    }

    @Test
    void givesBackTheExactTextEvenBeforeARefresh() {
        String text = "\n  Twee  spaties\u00a0en een\u00adafbreekteken\r\n\ttab ";
        archive.index()
                .write(
                        List.of(
                                new IndexWrite.Put(
                                        document("tk:1").text(text).pages(0, 5).event())));
        archive.index().write(List.of(new IndexWrite.Put(document("tk:leeg").text("").event())));

        assertThat(archive.search().text("tk:1")).contains(text);
        assertThat(archive.search().text("tk:leeg")).contains("");
    }

    @Test
    void showsEveryDocumentAlsoBeyondTheTenThousandth() {
        for (int batch = 0; batch < 10; batch++) {
            List<IndexWrite> writes = new ArrayList<>();
            for (int i = 0; i < 1_010; i++) {
                writes.add(
                        new IndexWrite.Put(
                                TestDocument.document("tk:" + (batch * 1_010 + i)).event()));
            }
            assertThat(archive.index().write(writes)).containsOnly(new IndexOutcome.Indexed());
        }
        archive.refresh();

        SearchPage last =
                archive.search()
                        .search(
                                SearchQuery.of(
                                        Map.of("size", List.of("100"), "page", List.of("101"))));

        assertThat(last.total()).isEqualTo(10_100);
        assertThat(last.hits()).hasSize(100);
    }

    @Test
    void makesItsIndexAgainWhereItWasLost() {
        archive.put(document("tk:1"));
        TestArchive.empty(nl.beleidsradar.local.testing.ElasticsearchServer.shared().url());

        assertThatThrownBy(() -> archive.put(document("tk:1")))
                .isInstanceOf(ElasticsearchUnavailable.class);
        assertThat(archive.put(document("tk:1"))).containsExactly(new IndexOutcome.Indexed());
    }
}
