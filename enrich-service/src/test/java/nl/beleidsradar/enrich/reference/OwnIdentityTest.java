package nl.beleidsradar.enrich.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;
import org.junit.jupiter.api.Test;

class OwnIdentityTest {

    @Test
    void readsTheHeaderOfAPaperAsOneReferenceToItself() {
        Reference self =
                only(
                        Role.SELF,
                        "Vergaderjaar 2023–2024\n\n36 410 XVI\nVaststelling van de begroting\n\nNr. 129\nBRIEF");
        assertThat(self.canonical()).isEqualTo("kst-36410-XVI-129");
        assertThat(self.text()).startsWith("Vergaderjaar").endsWith("Nr. 129");
    }

    @Test
    void readsTheHeaderWhenItsLinesRanTogether() {
        assertThat(
                        only(
                                        Role.SELF,
                                        "Vergaderjaar 2024-2025 Tweede Kamer der Staten-Generaal 2"
                                                + " Kamerstukken 21 501-20 Europese Raad Nr. 2049"
                                                + " MOTIE VAN HET LID DASSEN")
                                .canonical())
                .isEqualTo("kst-21501-20-2049");
    }

    @Test
    void takesTheFirstDossierOfAHeaderWithTwo() {
        String text =
                "Vergaderjaar 2023–2024\n31 293\nPrimair Onderwijs\n31 289\nVoortgezet Onderwijs\nNr. 653\nBRIEF";
        assertThat(only(Role.SELF, text).canonical()).isEqualTo("kst-31293-653");
    }

    @Test
    void readsALetterOfTheEersteKamerInAHeader() {
        String text =
                "Eerste Kamer der Staten-Generaal\nVergaderjaar 2018–2019\n34 972\nWet digitale overheid\nA\nBRIEF";
        assertThat(only(Role.SELF, text).canonical()).isEqualTo("kst-34972-A");
    }

    @Test
    void derivesTheYearOfAnsweredQuestionsFromTheDateOfTheAnswer() {
        String text =
                "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n\n2079\n\n"
                        + "Vragen van het lid X (ingezonden 19 maart 2021).\nAntwoord (ontvangen 22 maart 2021).";
        Reference self = only(Role.SELF, text);
        assertThat(self.canonical()).isEqualTo("ah-tk-20202021-2079");
        assertThat(self.text()).isEqualTo("2079");
    }

    @Test
    void derivesTheYearFromThePublicationWithoutADateInTheText() {
        String text = "met de daarop door de regering gegeven antwoorden\n12\nVraag 1";
        CitingDocument document =
                new CitingDocument(null, "", text, List.of(), LocalDate.of(2022, 10, 3), Map.of());
        assertThat(Finder.STANDARD.find(document).getFirst().canonical())
                .isEqualTo("ah-tk-20222023-12");
    }

    @Test
    void knowsAnIssueOfAGazetteByItsHead() {
        String law =
                "Staatsblad van het Koninkrijk der Nederlanden\nJaargang 2024\n\n123\nBesluit van 12 april\n"
                        + "gelet op Stb. 2020, 118\nStaatsblad 2024\n123\n1";
        assertThat(Finder.in(law))
                .extracting(Reference::canonical, Reference::role)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("stb-2024-123", Role.SELF),
                        org.assertj.core.api.Assertions.tuple("stb-2020-118", Role.CITED),
                        org.assertj.core.api.Assertions.tuple("stb-2024-123", Role.SELF));
        String regulation =
                "STAATSCOURANT\nNr. 12345\n4 mei\n2023\nOfficiële uitgave van het Koninkrijk der"
                        + " Nederlanden sinds 1814.\nRegeling, zie Staatscourant 2022, nr. 7895";
        assertThat(only(Role.SELF, regulation).canonical()).isEqualTo("stcrt-2023-12345");
    }

    @Test
    void knowsItselfByTheFooterAndTellsACitationFromIt() {
        String text = "Zie ah-tk-20232024-1432.\nah-tk-20232024-1314\nISSN 0921 - 7398\nTekst";
        assertThat(Finder.in(text))
                .extracting(Reference::canonical, Reference::role)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("ah-tk-20232024-1432", Role.CITED),
                        org.assertj.core.api.Assertions.tuple("ah-tk-20232024-1314", Role.SELF));
    }

    @Test
    void knowsItselfByAFooterInWordsThatReturns() {
        String footer = "Tweede Kamer, vergaderjaar 2024–2025, 36 764, nr. 3 ";
        String text = "een\n" + footer + "1\ntwee\n" + footer + "2\ndrie";
        assertThat(Finder.in(text)).extracting(Reference::canonical).containsOnly("kst-36764-3");
        assertThat(Finder.in(text)).extracting(Reference::role).containsOnly(Role.SELF);
    }

    @Test
    void knowsItselfByWhatTheArchiveSays() {
        String text = "Zie Kamerstuk 36 410, nr. 5 en Kamerstuk 36 410, nr. 6.";
        List<Reference> byMetadata =
                Finder.STANDARD.find(
                        Finder.document(
                                "upload:x",
                                "",
                                text,
                                Map.of("officialId", List.of("kst-36410-5"))));
        List<Reference> byId =
                Finder.STANDARD.find(Finder.document("ob:kst-36410-5", "", text, Map.of()));
        assertThat(byMetadata).isEqualTo(byId);
        assertThat(byId).extracting(Reference::role).containsExactly(Role.SELF, Role.CITED);
    }

    @Test
    void readsWhatAPaperReplacesInItsOwnDossier() {
        String text =
                "Vergaderjaar 2024–2025\n36 708\nToeslagen\nNr. 26\n"
                        + "GEWIJZIGDE MOTIE TER VERVANGING VAN DIE GEDRUKT ONDER NR. 19\nVoorgesteld";
        Reference replaced = only(Role.PREVIOUS_VERSION, text);
        assertThat(replaced.canonical()).isEqualTo("kst-36708-19");
        assertThat(replaced.text()).isEqualTo("TER VERVANGING VAN DIE GEDRUKT ONDER NR. 19");
    }

    @Test
    void readsANumberInATitleOnlyWhereTheOwnDossierIsKnown() {
        String title = "Gewijzigd amendement van het lid De Korte t.v.v. nr. 14 over een evaluatie";
        assertThat(Finder.inTitle(title)).isEmpty();
        Reference replaced =
                Finder.STANDARD
                        .find(Finder.document("ob:kst-36600-XV-20", title, "", Map.of()))
                        .getFirst();
        assertThat(replaced.canonical()).isEqualTo("kst-36600-XV-14");
        assertThat(replaced.role()).isEqualTo(Role.PREVIOUS_VERSION);
        assertThat(replaced.text()).isEqualTo("nr. 14");
    }

    @Test
    void readsAPaperWithoutDossierInTheOwnOne() {
        String text = "Overwegende dat de motie op stuk nr. 91 nog niet is uitgevoerd";
        assertThat(Finder.in(text)).isEmpty();
        List<Reference> found =
                Finder.STANDARD.find(Finder.document("ob:kst-36600-XVI-120", "", text, Map.of()));
        assertThat(found)
                .extracting(Reference::canonical, Reference::text)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("kst-36600-XVI-91", "nr. 91"));
    }

    @Test
    void tellsTheOwnReferenceOfALetterFromACitedOne() {
        assertThat(only(Role.SELF, "### **Onze Referentie**\n\nBZDOC-1263270424-59\n").canonical())
                .isEqualTo("BZDOC-1263270424-59");
        assertThat(Finder.in("uw brief met kenmerk BZDOC-1263270424-59").getFirst().role())
                .isEqualTo(Role.CITED);
    }

    private static Reference only(Role role, String text) {
        List<Reference> found =
                Finder.in(text).stream().filter(reference -> reference.role() == role).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
