package nl.beleidsradar.search.query;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.TestArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citing document and what it cites find each other, whichever came first. */
@Tag("once")
class CitedDocumentIT {

    @TempDir static Path store;
    private static TestArchive archive;

    @BeforeAll
    static void open() {
        archive = new TestArchive(store);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void linksADocumentThatArrivesLaterWithoutIngestingTheCitingOneAgain() {
        archive.put(
                document("tk:citerend")
                        .text("Zie Kamerstuk 36 999, nr. 12 hierover.")
                        .cites("kst-36999-12", "Kamerstuk 36 999, nr. 12"));
        assertThat(cited("tk:citerend").documentId()).isNull();
        assertThat(archive.search().reference("kst-36999-12").document()).isNull();

        archive.put(
                document("ob:kst-36999-12")
                        .title("De aangehaalde brief")
                        .self(ReferenceKind.KAMERSTUK, "kst-36999-12"));

        assertThat(cited("tk:citerend").documentId()).isEqualTo("ob:kst-36999-12");
        ReferenceView reference = archive.search().reference("36 999, nr. 12");
        assertThat(reference.document()).isNotNull();
        assertThat(reference.document().id()).isEqualTo("ob:kst-36999-12");
        assertThat(archive.search().document("ob:kst-36999-12").orElseThrow().citedBy())
                .extracting(CitedBy::id)
                .containsExactly("tk:citerend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BWBR0005537:5:9(1)",
                "Wet open overheid, artikel 5.1/2",
                "trb-1951-154",
                "https://example.org/a/b?c=d",
                "Awb: artikel 3 van Richtlijn (EU) 2022/2555",
                "Verordening (EU) 2021/697"
            })
    void findsWhatCitesAnyCanonicalForm(String canonical) {
        archive.put(
                document("tk:wet" + canonical.length())
                        .text("Gelet op dit artikel wordt besloten.")
                        .cites(ReferenceKind.WETSARTIKEL, canonical, "dit artikel", null));

        ReferenceView reference = archive.search().reference(canonical);

        assertThat(reference.canonical()).isEqualTo(canonical);
        assertThat(reference.citedBy())
                .extracting(CitedBy::id)
                .contains("tk:wet" + canonical.length());
        assertThat(
                        archive.search()
                                .search(SearchQuery.of(Map.of("reference", List.of(canonical))))
                                .hits())
                .extracting(SearchPage.Hit::id)
                .contains("tk:wet" + canonical.length());
    }

    private static Reference cited(String id) {
        return archive.search().document(id).orElseThrow().references().getFirst();
    }
}
