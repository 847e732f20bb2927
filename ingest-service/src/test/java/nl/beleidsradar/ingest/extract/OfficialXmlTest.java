package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialXmlTest {

    @TempDir Path temp;

    @Test
    void givesALinePerBlockAndTheFactsOfItsHead() throws Exception {
        Extracted.Text text =
                (Extracted.Text)
                        OfficialXml.read(Path.of("src/test/resources/documents/kamerstuk.xml"))
                                .orElseThrow();
        assertThat(text.text())
                .isEqualTo(
                        """
                        Vergaderjaar 2023-2024
                        12 345
                        Vaststelling van de begrotingsstaten
                        Nr. 6
                        MOTIE VAN HET LID VOORBEELD
                        Voorgesteld 18 april 2024
                        De Kamer,
                        overwegende dat cyberweerbaarheid telt;\
                        """);
        assertThat(text.title())
                .isEqualTo("MOTIE VAN HET LID VOORBEELD – Vaststelling van de begrotingsstaten");
        assertThat(text.metadata())
                .isEqualTo(
                        Map.of(
                                "officialId", List.of("kst-12345-X-6"),
                                "dossier", List.of("12345"),
                                "ondernummer", List.of("6"),
                                "vergaderjaar", List.of("2023-2024"),
                                "date", List.of("2024-04-18")));
    }

    @Test
    void saysWhoSignedItAndKeepsTheirWordsApart() throws Exception {
        Path file =
                Files.writeString(
                        temp.resolve("a.xml"),
                        "<officiele-publicatie><staatsblad><wet-besluit><artikel><kop><label>Artikel</label><nr>1</nr></kop><al>Tekst"
                                + " van H<inf>2</inf>O.</al></artikel>"
                                + "<wetsluiting><koning>Willem-Alexander</koning><ondertekening><functie>De"
                                + " Minister van Financiën,</functie><naam><voornaam>M."
                                + "</voornaam><achternaam>Snel</achternaam></naam></ondertekening><ondertekening/><ondertekening><al>De"
                                + " Minister van Justitie,</al><al>F."
                                + " Grapperhaus</al></ondertekening></wetsluiting></wet-besluit>"
                                + "</staatsblad></officiele-publicatie>");
        Extracted.Text text = (Extracted.Text) OfficialXml.read(file).orElseThrow();
        assertThat(text.text())
                .isEqualTo(
                        """
                        Artikel 1
                        Tekst van H2O.
                        Willem-Alexander
                        De Minister van Financiën, M. Snel
                        De Minister van Justitie,
                        F. Grapperhaus\
                        """);
        assertThat(text.metadata().get("signatories"))
                .containsExactly(
                        "Willem-Alexander",
                        "De Minister van Financiën, M. Snel",
                        "De Minister van Justitie, F. Grapperhaus");
    }

    @Test
    void whatIsNotWellFormedIsLeftToTheOtherExtractor() throws Exception {
        Path file = Files.writeString(temp.resolve("a.xml"), "<officiele-publicatie><al>half");
        assertThat(OfficialXml.read(file)).isEmpty();
    }

    @Test
    void readsEachSharedPublication() throws Exception {
        Optional<Path> gold = Gold.folder("koop-xml");
        if (gold.isPresent()) {
            try (Stream<Path> files = Files.list(gold.get())) {
                for (Path file : files.toList()) {
                    if (OfficialXml.looksLike(Files.readAllBytes(file))) {
                        Extracted.Text text = (Extracted.Text) OfficialXml.read(file).orElseThrow();
                        assertThat(text.metadata().get("officialId").getFirst())
                                .startsWith(file.getFileName().toString().split("\\.", 2)[0]);
                        assertThat(text.title()).isNotBlank();
                    }
                }
            }
        }
    }
}
