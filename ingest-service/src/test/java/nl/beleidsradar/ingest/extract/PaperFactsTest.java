package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperFactsTest {

    @Test
    void readsTheLabelsOfALetterBesideAndAboveTheirValues() {
        assertThat(
                        PaperFacts.of(
                                """
                                > Retouradres Postbus 20301 2500 EH Den Haag

                                Aan de Voorzitter van de Tweede Kamer
                                der Staten-Generaal
                                Postbus 20018
                                Datum  1 maart 2011
                                Betreft: Draagmoederschap
                                Onze referentie
                                5687928/11
                                Uw kenmerk
                                2011Z01234
                                Bijlage(n)
                                2
                                Geachte voorzitter,
                                """))
                .isEqualTo(
                        Map.of(
                                "addressee",
                                List.of("de Voorzitter van de Tweede Kamer der Staten-Generaal"),
                                "letterDate",
                                List.of("2011-03-01"),
                                "subject",
                                List.of("Draagmoederschap"),
                                "reference",
                                List.of("5687928/11"),
                                "yourReference",
                                List.of("2011Z01234"),
                                "attachments",
                                List.of("2")));
    }

    @Test
    void aLabelWithoutAValueGivesNoneAndOneAloneIsNoLetter() {
        assertThat(
                        PaperFacts.of(
                                "Datum\n"
                                        + "Ons kenmerk\n"
                                        + "12-ab\n"
                                        + "Datum 31-02-2024\n"
                                        + "Betreft\n"
                                        + "Ondermijning"))
                .isEqualTo(
                        Map.of(
                                "reference", List.of("12-ab"),
                                "subject", List.of("Ondermijning")));
        assertThat(PaperFacts.of("Betreft de vraag wat dit is.\nDaarna niets.")).isEmpty();
    }

    @Test
    void readsTheOpeningOfAParliamentaryPaper() {
        assertThat(
                        PaperFacts.of(
                                """
                                Tweede Kamer der Staten-Generaal 2
                                Vergaderjaar 2024–2025
                                36 600 XVI Vaststelling
                                36 410 XVI
                                Vaststelling van de begrotingsstaten
                                Nr. 17
                                BRIEF VAN DE MINISTER
                                Datum 3 mei 2024
                                kst-36410-XVI-17
                                """))
                .isEqualTo(
                        Map.of(
                                "vergaderjaar", List.of("2024-2025"),
                                "officialId", List.of("kst-36410-XVI-17"),
                                "dossier", List.of("36410-XVI"),
                                "dossierTitle", List.of("Vaststelling van de begrotingsstaten"),
                                "ondernummer", List.of("17"),
                                "heading", List.of("BRIEF VAN DE MINISTER")));
    }

    @Test
    void readsTheNumberAndTheDayOfAnswersToQuestions() {
        assertThat(
                        PaperFacts.of(
                                """
                                Tweede Kamer der Staten-Generaal 2
                                Vergaderjaar 2023–2024 Aanhangsel van de Handelingen

                                Vragen gesteld door de leden der Kamer
                                2313
                                Vragen van het lid A (ingezonden 5 juli 2024).
                                Antwoord van Minister B (ontvangen
                                22 augustus 2024).
                                ah-tk-20232024-2313
                                """))
                .isEqualTo(
                        Map.of(
                                "vergaderjaar", List.of("2023-2024"),
                                "officialId", List.of("ah-tk-20232024-2313"),
                                "ondernummer", List.of("2313"),
                                "letterDate", List.of("2024-08-22")));
    }
}
