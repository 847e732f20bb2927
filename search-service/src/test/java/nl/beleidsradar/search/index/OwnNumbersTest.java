package nl.beleidsradar.search.index;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;

import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.TestDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "kst-31125-129, 31125",
        "kst-35830-X-1, 35830-X",
        "kst-21501-02-2345, 21501-02",
        "kst-19992000-27033-A, 27033",
        "kst-31125-129-b1, 31125",
        "kst-34972-A, 34972",
    })
    void tellsTheDossierOfAPaper(String canonical, String dossier) {
        assertThat(OwnNumbers.dossierOf(canonical)).contains(dossier);
    }

    @ParameterizedTest
    @CsvSource({"kst-1268678", "ah-tk-20202021-2079", "kst-"})
    void tellsNoDossierWhereThereIsNone(String canonical) {
        assertThat(OwnNumbers.dossierOf(canonical)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "36 740 vi, 36740-VI",
        "dossier:36740-VI, 36740-VI",
        "31.125, 31125",
        "21501-02, 21501-02",
        "31125, 31125"
    })
    void spellsADossierOneWay(String written, String normal) {
        assertThat(Dossier.normal(written)).isEqualTo(normal);
    }

    @Test
    void areThoseItPrintsAsItsOwn() {
        OwnNumbers own =
                of(
                        document("folder:sha256-" + "b".repeat(64))
                                .text("Kamerstuk 1, nr. 2")
                                .self(ReferenceKind.MINISTERIE_KENMERK, "BZDOC-1")
                                .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                                .self(ReferenceKind.DOSSIER, "dossier:36740-VI")
                                .cites("kst-1-2", "Kamerstuk 1, nr. 2")
                                .dossier("26 643"));

        assertThat(own.ids()).containsExactly("bzdoc-1", "kst-31125-129");
        assertThat(own.family()).isEqualTo("kst-31125-129");
        assertThat(own.dossiers()).containsExactly("26643", "31125", "36740-VI");
    }

    @Test
    void includeAnOfficialIdAtItsSource() {
        OwnNumbers own = of(document("ob:kst-34919-74"));

        assertThat(own.ids()).containsExactly("kst-34919-74");
        assertThat(own.family()).isEqualTo("kst-34919-74");
        assertThat(own.dossiers()).containsExactly("34919");
    }

    /** As the Kamer's -1 made it, for many documents that have nothing else in common. */
    @Test
    void aNumberWithAnEmptyPartMakesNoFamily() {
        OwnNumbers one = of(document("tk:2024D12345").officialId("kst-36600-VII--1"));
        OwnNumbers other = of(document("tk:2024D12346").officialId("kst-36600-VII--1"));

        assertThat(one.family()).isEqualTo("2024D12345");
        assertThat(other.family()).isEqualTo("2024D12346");
    }

    @Test
    void includeTheNumberThatTheSourceGivesIt() {
        OwnNumbers kamer = of(document("tk:2024D12345").officialId("kst-35830-X-1"));

        assertThat(kamer.ids()).containsExactly("2024d12345", "kst-35830-x-1");
        assertThat(kamer.dossiers()).containsExactly("35830-X");
        assertThat(kamer.family()).isEqualTo(of(document("ob:kst-35830-X-1")).family());
        assertThat(of(document("eu:abc").officialId("32022L2555")).ids()).contains("32022l2555");
    }

    @Test
    void aNumberOfTheSourceDoesNotPartCopiesThatHaveTheirOwn() {
        assertThat(of(document("ob:kst-34919-74").officialId("kst-34919-75")).family())
                .isEqualTo("kst-34919-74");
        assertThat(of(document("tk:2024D12345").officialId("no official number")).family())
                .isEqualTo("2024D12345");
    }

    @Test
    void fallBackToTheBytesForTheFamily() {
        DocumentEnriched event = document("folder:sha256-" + "c".repeat(64)).event();

        assertThat(OwnNumbers.of(event.document(), event.references()).family())
                .isEqualTo(event.document().contentHash());
    }

    private static OwnNumbers of(TestDocument document) {
        DocumentEnriched event = document.event();
        return OwnNumbers.of(event.document(), event.references());
    }
}
