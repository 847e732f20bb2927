package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    21 501-02,          21501-02
                    21 501 - 20,        21501-20
                    22 112–07,          22112-07
                    32 855 (R1966),     32855
                    36 032-(R 2162),    36032
                    36 410 XXIII,       36410-XXIII
                    36 725 IX B,
                    36 410 IXB,         36410-IXB
                    36 600 M,           36600-M
                    36 600 N,
                    36 764,             36764
                    36 76412,
                    """)
    void readsTheNumberOfADossierWithItsPart(String line, String dossier) {
        List<String> expected = dossier == null ? null : List.of(dossier);
        assertThat(PaperFacts.of("Vergaderjaar 2024–2025\n" + line + "\nTitel\nNr. 3\nBRIEF"))
                .satisfies(facts -> assertThat(facts.get("dossier")).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Eerste Kamer | A                | A
                    Eerste Kamer | AA               | AA
                    Eerste Kamer | AK VERSLAG VAN   | AK
                    Eerste Kamer | Nr. 12a          | 12a
                    Tweede Kamer | A                |
                    """)
    void numbersOfTheEersteKamerMayBeLetters(String kamer, String line, String number) {
        List<String> expected = number == null ? null : List.of(number);
        assertThat(
                        PaperFacts.of(
                                kamer
                                        + " der Staten-Generaal 1\nVergaderjaar 2020–2021\n"
                                        + "35 570 VI\nVaststelling van de begrotingsstaten\n"
                                        + line
                                        + "\nBRIEF VAN DE MINISTER"))
                .satisfies(facts -> assertThat(facts.get("ondernummer")).isEqualTo(expected))
                .containsEntry("dossierTitle", List.of("Vaststelling van de begrotingsstaten"));
    }

    @Test
    void aHeadingBesideTheLettersOfAPaperIsItsHeading() {
        assertThat(
                        PaperFacts.of(
                                "Eerste Kamer der Staten-Generaal\nVergaderjaar 2020–2021\n"
                                        + "35 570 VI\nVaststelling\nAK VERSLAG VAN EEN OVERLEG\n"
                                        + "Vastgesteld 12 maart 2021"))
                .containsEntry("heading", List.of("VERSLAG VAN EEN OVERLEG"));
    }

    @Test
    void theAddressEndsAtTheSalutation() {
        assertThat(
                        PaperFacts.of(
                                "Datum 3 mei 2024\nOns kenmerk 12\n"
                                        + "Aan de Voorzitter van de Tweede Kamer Geachte voorzitter,"
                                        + "\nhierbij bied ik u de brief aan."))
                .containsEntry("addressee", List.of("de Voorzitter van de Tweede Kamer"));
        assertThat(
                        PaperFacts.of(
                                "Datum 3 mei 2024\nOns kenmerk 12\nExcellentie,\n"
                                        + "Aan de Kamer is toegezegd dat dit volgt."))
                .doesNotContainKey("addressee");
    }

    @Test
    void theVoorzitterIsAnAddresseeWithoutAnythingBefore() {
        assertThat(
                        PaperFacts.of(
                                "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\n"
                                        + "Postbus 20018\nDatum 3 mei 2024\nOns kenmerk 12\n"))
                .containsEntry(
                        "addressee",
                        List.of("De Voorzitter van de Tweede Kamer der Staten-Generaal"));
    }

    @Test
    void aLetterThatNamesASessionIsALetter() {
        assertThat(
                        PaperFacts.of(
                                "Datum 3 mei 2024\nOns kenmerk 12\n"
                                        + "Betreft Planning vergaderjaar 2023-2024\n\nGeachte,"))
                .isEqualTo(
                        Map.of(
                                "letterDate", List.of("2024-05-03"),
                                "reference", List.of("12"),
                                "subject", List.of("Planning vergaderjaar 2023-2024")));
    }

    @Test
    void aSubjectGoesOnUntilAnEmptyLineOrTheNextLabel() {
        String beside = "Datum 3 mei 2024\nBetreft Uitvoering van de\nwet op de zorg in de\nregio";
        List<String> whole = List.of("Uitvoering van de wet op de zorg in de regio");
        assertThat(PaperFacts.of(beside + "\n\nMinisterie")).containsEntry("subject", whole);
        assertThat(PaperFacts.of(beside + "\nOns kenmerk 12")).containsEntry("subject", whole);
        assertThat(PaperFacts.of(beside + "\nGeachte voorzitter,")).containsEntry("subject", whole);
        assertThat(PaperFacts.of(beside.replace("Betreft ", "Betreft\n\n") + "\n\nMinisterie"))
                .containsEntry("subject", whole);
    }
}
