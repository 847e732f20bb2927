package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;
import nl.beleidsradar.contract.ReferenceKind;
import org.junit.jupiter.api.Test;

/** The five sample documents, each with what it cites and what it is. */
class SeedReferencesTest {

    static final Path DOCUMENTS =
            Path.of(System.getProperty("beleidsradar.repository", ".."), "seeds", "documents");

    @Test
    void readsTheReportOfNatoMinisters() throws IOException {
        assertThat(found("000_f3f34456c45c475b.txt"))
                .extracting(Reference::canonical, Reference::text, Reference::role)
                .containsExactly(
                        tuple(
                                "http://www.rijksoverheid.nl",
                                "http://www.rijksoverheid.nl",
                                Role.CITED),
                        tuple("BZDOC-1263270424-59", "BZDOC-1263270424-59", Role.SELF),
                        tuple("2021Z08444", "Kamerstuk 2021Z08444", Role.CITED),
                        tuple("kst-34919-74", "Kamerstuk 34919, nr. 74", Role.CITED),
                        tuple("kst-35830-X-1", "kamerstuk 35 830 X, nr. 1", Role.CITED));
    }

    @Test
    void readsTheCouncilConclusions() throws IOException {
        List<Reference> found = found("001_26e74fe8e83a1f7e.txt");
        assertThat(found)
                .filteredOn(reference -> reference.role() == Role.PREVIOUS_VERSION)
                .extracting(Reference::canonical, Reference::text)
                .containsExactly(tuple("ST-9223-2024-INIT", "ST 9223/24"));
        assertThat(found)
                .filteredOn(reference -> reference.role() == Role.SELF)
                .extracting(Reference::canonical)
                .hasSize(3)
                .containsOnly("ST-9225-2024-INIT");
        assertThat(found)
                .filteredOn(reference -> reference.role() == Role.CITED)
                .extracting(Reference::canonical)
                .containsExactly(
                        "VEU+VWEU",
                        "ST-15047-2022-INIT",
                        "VEU:42(7)",
                        "VWEU:222",
                        "ST-9588-2023-INIT",
                        "ST-10289-2023-INIT",
                        "UNCLOS",
                        "32020D1639");
    }

    @Test
    void readsNoParliamentaryPaperInTheStrategicCompass() throws IOException {
        List<Reference> found = found("002_e18c6be3a889c87f.txt");
        assertThat(found)
                .extracting(Reference::kind)
                .containsOnly(
                        ReferenceKind.VERDRAG,
                        ReferenceKind.VERDRAGSARTIKEL,
                        ReferenceKind.COUNCIL_DOC);
        assertThat(found)
                .filteredOn(reference -> reference.kind() == ReferenceKind.COUNCIL_DOC)
                .extracting(Reference::canonical, Reference::role)
                .hasSize(6)
                .containsOnly(tuple("ST-7371-2022-INIT", Role.SELF));
    }

    @Test
    void readsTheAnsweredQuestions() throws IOException {
        assertThat(found("003_2aaf00a77f7a8e39.txt"))
                .extracting(Reference::canonical, Reference::text, Reference::role)
                .containsExactly(
                        tuple("ah-tk-20202021-2079", "2079", Role.SELF),
                        tuple("kst-33694-43", "Kamerstuk 33 694, nrs. 43 en 59", Role.CITED),
                        tuple("kst-33694-59", "Kamerstuk 33 694, nrs. 43 en 59", Role.CITED),
                        tuple(
                                "CCW",
                                "Convention on Certain Conventional Weapons (CCW)",
                                Role.CITED),
                        tuple("BWC", "Biological Weapons Convention", Role.CITED),
                        tuple("BWC", "BWC", Role.CITED));
    }

    @Test
    void readsTheLetterOnTheDefenceIndustry() throws IOException {
        assertThat(found("004_acbb1135cc020c0e.txt"))
                .filteredOn(reference -> reference.kind() != ReferenceKind.URL)
                .extracting(Reference::canonical, Reference::role)
                .containsExactly(
                        tuple("kst-31125-129", Role.SELF),
                        tuple("kst-36410-X-47", Role.CITED),
                        tuple("kst-22112-3913", Role.CITED),
                        tuple("kst-31125-121", Role.CITED));
    }

    @Test
    void givesOffsetsOfTheStoredText() throws IOException {
        for (String file : List.of("000_f3f34456c45c475b.txt", "001_26e74fe8e83a1f7e.txt")) {
            String text = Files.readString(DOCUMENTS.resolve(file));
            assertThat(found(file))
                    .allSatisfy(reference ->
                            assertThat(text.substring(reference.start(), reference.end()))
                                    .isEqualTo(reference.text()));
        }
    }

    private static List<Reference> found(String file) throws IOException {
        return Finder.in(Files.readString(DOCUMENTS.resolve(file)));
    }
}
