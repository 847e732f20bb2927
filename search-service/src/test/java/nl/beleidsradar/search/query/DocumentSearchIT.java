package nl.beleidsradar.search.query;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.search.TestArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSearchIT {

    @TempDir static Path store;
    private static TestArchive archive;

    @BeforeAll
    static void fill() {
        archive = new TestArchive(store);
        archive.put(
                document("tk:2023D00001")
                        .title("Brief over digitale veiligheid")
                        .text(
                                "Eerste pagina.\nHet kabinet versterkt de cyberweerbaarheid van de waterschappen.")
                        .pages(0, 15)
                        .theme("cyber", Strength.MAIN)
                        .theme("klimaat", Strength.MENTION)
                        .dossier("26 643")
                        .published("2023-05-12"),
                document("ob:kst-31125-129")
                        .title("Defensie Industrie Strategie <script>alert(1)</script>")
                        .text(
                                "De motie wordt <b>uitgevoerd</b> & klaar. Kamerstuk 26 643, nr. 940 noemt dit ook.")
                        .type("motie")
                        .theme("cyber", Strength.MENTION)
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                        .cites("kst-26643-940", "Kamerstuk 26 643, nr. 940")
                        .published("2024-04-25"),
                document("folder:sha256-" + "a".repeat(64))
                        .title("Verslag van de zitting")
                        .text(
                                "Eerder is dit gezegd. In Kamerstuk 31 125, nr. 129 staat de strategie. Daarna niets.")
                        .type("verslag")
                        .cites("kst-31125-129", "Kamerstuk 31 125, nr. 129")
                        .published(null),
                document("ro:kopie")
                        .title("Dezelfde brief elders")
                        .text("De energietransitie in de haven van Rotterdam vraagt tijd.")
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-129")
                        .published("2022-01-01"));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @Test
    void findsAPartOfACompoundAndMarksJustThatPart() {
        SearchPage page = search("q=weerbaarheid");

        assertThat(ids(page)).containsExactly("tk:2023D00001");
        assertThat(page.hits().getFirst().snippets())
                .containsExactly(
                        new SearchPage.Snippet(
                                "Het kabinet versterkt de cyber<mark>weerbaarheid</mark> van de"
                                        + " waterschappen.",
                                2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "haven Rotterdam | 1",
                "rotterdam HAVEN | 1",
                "haven strategie | 0",
                "haven OR strategie | 3",
                "kabinet OR haven OR verslag | 3",
                "\"haven van rotterdam\" | 1",
                "\"rotterdam haven\" | 0",
                "\"pagina Het kabinet\" | 1",
                "stra* | 2",
                "cyberweer* | 1",
                "weer* | 0",
                "strategie -zitting | 1",
                "-strategie | 2",
                "-\"haven van rotterdam\" -motie | 2",
                "digitale waterschappen | 1",
            })
    void readsTheQueryLanguage(String q, int total) {
        assertThat(archive.search().search(q(q.strip())).total()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"haven",
                "haven\"",
                "haven OR",
                "OR haven",
                "haven AND",
                "(haven",
                "haven)",
                "haven*)",
                "haven -",
                "+haven",
                "- haven",
                "haven ~",
                "haven^",
                "haven /",
                "haven \\",
                "haven {",
                "haven [ }",
                "haven:",
                "haven && ||",
                "haven!",
                "\u201chaven\u201d"
            })
    void readsAMalformedQueryAsWords(String q) {
        assertThat(ids(archive.search().search(q(q)))).containsExactly("ro:kopie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"***", "\"\"", "-", "OR", "?", "((((", "\u0000", "*", "\"", "\ud83d\ude00"})
    void readsAQueryWithoutWordsAsEverything(String q) {
        assertThat(archive.search().search(q(q)).total()).isEqualTo(4);
    }

    @Test
    void takesAVeryLongQuery() {
        assertThatCode(() -> archive.search().search(q("a ".repeat(499))))
                .doesNotThrowAnyException();
        assertThatCode(() -> archive.search().search(q("b* -c OR ".repeat(100))))
                .doesNotThrowAnyException();
    }

    @Test
    void escapesAllButItsOwnMarks() {
        SearchPage.Hit hit = search("q=motie uitgevoerd").hits().getFirst();

        assertThat(hit.snippets().getFirst().html())
                .contains("<mark>motie</mark>", "&lt;b&gt;<mark>uitgevoerd</mark>&lt;")
                .doesNotContain("<b>");
        assertThat(hit.title()).contains("<script>");
    }

    @Test
    void countsTheDocumentsFoundByEachFacet() {
        SearchPage all = search("");

        assertThat(all.total()).isEqualTo(4);
        assertThat(all.facets().theme())
                .containsExactly(
                        new SearchPage.Bucket("cyber", 2), new SearchPage.Bucket("klimaat", 1));
        assertThat(all.facets().type()).contains(new SearchPage.Bucket("kamerbrief", 2));
        assertThat(all.facets().year())
                .extracting(SearchPage.Bucket::value)
                .containsExactly("2026", "2024", "2023", "2022");
        assertThat(all.facets().dossier())
                .containsExactly(
                        new SearchPage.Bucket("31125", 2), new SearchPage.Bucket("26643", 1));
        for (SearchPage.Bucket source : all.facets().source()) {
            assertThat(search("source=" + source.value()).total()).isEqualTo(source.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "theme=cyber, 2",
        "theme=cyber&strength=main, 1",
        "theme=klimaat&strength=main, 0",
        "strength=mention, 2",
        "type=motie, 1",
        "dossier=31 125, 2",
        "dossier=31125, 2",
        "reference=kst-31125-129, 1",
        "reference=KST-31125-129, 1",
        "from=2023-05-12&to=2023-05-12, 1",
        "from=2024-01-01, 2",
        // Came at 23:30 UTC on the last day of 2025: a new year in Amsterdam.
        "from=2026-01-01&to=2026-01-01, 1",
    })
    void filters(String parameters, int total) {
        assertThat(search(parameters).total()).isEqualTo(total);
    }

    @Test
    void sortsByDayCountingADocumentWithoutOneByTheDayItCame() {
        List<String> newest = ids(search("sort=newest"));

        assertThat(newest)
                .containsExactly(
                        "folder:sha256-" + "a".repeat(64),
                        "ob:kst-31125-129",
                        "tk:2023D00001",
                        "ro:kopie");
        assertThat(ids(search("sort=oldest"))).isEqualTo(newest.reversed());
        assertThat(ids(search("sort=newest&size=1&page=3"))).containsExactly("tk:2023D00001");
    }

    @Test
    void answersAnyPage() {
        assertThat(search("size=100&page=101").hits()).isEmpty();
        assertThat(search("size=100&page=2147483647").total()).isEqualTo(4);
    }

    @Test
    void suggestsAnotherSpellingWhereNothingIsFound() {
        assertThat(search("q=rotterdan").suggestion()).isEqualTo("rotterdam");
        assertThat(search("q=rotterdam").suggestion()).isNull();
    }

    @Test
    void showsADocumentWithWhatItCitesAndWhatCitesIt() {
        DocumentView view = archive.search().document("ob:kst-31125-129").orElseThrow();

        assertThat(view.family()).isEqualTo("kst-31125-129");
        assertThat(view.copies()).containsExactly("ro:kopie");
        assertThat(view.citedByTotal()).isEqualTo(1);
        assertThat(view.citedBy())
                .containsExactly(
                        new CitedBy(
                                "folder:sha256-" + "a".repeat(64),
                                "Verslag van de zitting",
                                null,
                                "In Kamerstuk 31 125, nr. 129 staat de strategie.",
                                Reference.Role.CITED));
        DocumentView citing =
                archive.search().document("folder:sha256-" + "a".repeat(64)).orElseThrow();
        assertThat(citing.references().getFirst().documentId()).isEqualTo("ob:kst-31125-129");
        assertThat(citing.citedBy()).isEmpty();
    }

    @Test
    void answersForAReferenceWhoseDocumentIsNotHeld() {
        ReferenceView absent = archive.search().reference("kst-26643-940");

        assertThat(absent.document()).isNull();
        assertThat(absent.kind()).isEqualTo(ReferenceKind.KAMERSTUK);
        assertThat(absent.citedBy()).extracting(CitedBy::id).containsExactly("ob:kst-31125-129");
        assertThat(archive.search().reference("kst-31125-129").document())
                .extracting(ReferenceView.Held::id)
                .isEqualTo("ob:kst-31125-129");
        ReferenceView uncited = archive.search().reference("kst-36410-X-47");
        assertThat(uncited.citedBy()).isEmpty();
        assertThat(uncited.kind()).isEqualTo(ReferenceKind.KAMERSTUK);
        assertThat(uncited.url()).contains("kst-36410-X-47");
        assertThat(archive.search().reference("no such thing").kind()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kst-31125-129",
                "Kamerstuk 31 125, nr. 129",
                "kamerstuk 31125 nr 129",
                "31 125, nr. 129",
                "31125-129",
                "Kamerstukken II 2023/24, 31 125, nr. 129"
            })
    void findsAPaperSpelledAnyWayAndWhatCitesIt(String q) {
        SearchPage page = archive.search().search(q(q));

        assertThat(ids(page))
                .containsExactlyInAnyOrder(
                        "ob:kst-31125-129", "ro:kopie", "folder:sha256-" + "a".repeat(64));
        assertThat(page.hits().getLast().snippets().getFirst().html())
                .isEqualTo("In <mark>Kamerstuk 31 125, nr. 129</mark> staat de strategie.");
        assertThat(archive.search().reference(q).canonical()).isEqualTo("kst-31125-129");
    }

    @Test
    void findsTheDocumentsOfADossierSpelledAnyWay() {
        assertThat(search("q=Kamerstuk 31 125").total()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void knowsNothingOfAnUnknownDocument() {
        assertThat(archive.search().document("tk:none")).isEmpty();
        assertThat(archive.search().text("tk:none")).isEmpty();
        assertThat(archive.search().original("tk:none")).isEmpty();
    }

    private static SearchPage search(String parameters) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        Arrays.stream(parameters.split("&"))
                .filter(p -> !p.isEmpty())
                .map(p -> p.split("=", 2))
                .forEach(p -> map.put(p[0], List.of(p[1])));
        return archive.search().search(SearchQuery.of(map));
    }

    private static SearchQuery q(String q) {
        return SearchQuery.of(Map.of("q", List.of(q)));
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(SearchPage.Hit::id).toList();
    }
}
