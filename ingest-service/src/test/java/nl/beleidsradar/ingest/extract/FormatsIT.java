package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The formats that official documents come in, each as its program writes it. */
class FormatsIT {

    private static final List<List<Object>> ROWS =
            List.of(
                    List.of("Departement", "Maatregel", "Miljoen euro"),
                    List.of("JenV", "Cyberweerbaarheid", 12.5),
                    List.of("IenW", "Spoor", 300));

    @TempDir static Path store;
    @TempDir static Path work;
    private static TikaTextExtractor tika;
    private static TextExtractor extractor;

    @BeforeAll
    static void start() throws Exception {
        ExtractSettings settings =
                new ExtractSettings(
                        1,
                        DataSize.ofMegabytes(256),
                        Duration.ofSeconds(30),
                        DataSize.ofMegabytes(4),
                        20,
                        1_000,
                        2,
                        100,
                        DataSize.ofMegabytes(20));
        tika = new TikaTextExtractor(settings, store, work);
        extractor = new FormatExtractor(tika);
    }

    @AfterAll
    static void stop() throws IOException {
        tika.close();
    }

    @Test
    void sheetsKeepARowOnALineAndCellsApart() throws IOException {
        for (boolean old : List.of(false, true)) {
            Extracted.Text text =
                    old
                            ? text(OfficeFiles.xls("Begroting", ROWS), "b.xls")
                            : text(OfficeFiles.xlsx("Begroting", ROWS), "b.xlsx");
            assertThat(lines(text))
                    .containsExactly(
                            "Begroting",
                            "Departement\tMaatregel\tMiljoen euro",
                            "JenV\tCyberweerbaarheid\t12.5",
                            "IenW\tSpoor\t300");
        }
    }

    @Test
    void slidesComeInTheirOrder() throws IOException {
        List<String> slides = List.of("Weerbaarheid van sectoren", "De planning");
        assertThat(lines(text(OfficeFiles.pptx(slides), "a.pptx")))
                .containsExactlyElementsOf(slides);
        assertThat(lines(text(OfficeFiles.ppt(slides), "a.ppt"))).containsExactlyElementsOf(slides);
    }

    @Test
    void writtenDocumentsKeepTheirParagraphsAndTables() throws IOException {
        byte[] docx =
                OfficeFiles.docx(
                        "Voor de tabel.",
                        List.of(List.of("Actie", "Wie"), List.of("Wet indienen", "JenV")),
                        "Na de tabel.");
        assertThat(lines(text(docx, "a.docx")))
                .containsExactly(
                        "Voor de tabel.", "Actie", "Wie", "Wet indienen", "JenV", "Na de tabel.");
        Extracted.Text odt = text(OfficeFiles.odt("Nota", "Over weerbaarheid."), "a.odt");
        assertThat(lines(odt)).containsExactly("Nota", "Over weerbaarheid.");
        assertThat(odt.title()).isEqualTo("Nota");
    }

    @Test
    void theOldBinaryFormatsOfOfficeAreRead() throws IOException {
        assertThat(text(OfficeFiles.published("testWORD_various.doc"), "a.doc").text())
                .contains("This is the header text.", "Here is a text box");
        Extracted.Text message = text(OfficeFiles.published("test-outlook.msg"), "a.msg");
        assertThat(message.title()).isEqualTo("Microsoft Outlook Express 6");
    }

    @Test
    void attachmentsOfAMessageAreGivenApart() throws IOException {
        Extracted.Text message = text(OfficeFiles.published("testMSG_att_doc.msg"), "a.msg");
        assertThat(message.unpacked().documents())
                .extracting(Unpacked.Embedded::name)
                .anyMatch(name -> name.endsWith(".doc"));
        assertThat(message.limits()).isEmpty();
    }

    @Test
    void ofAPageOfASiteTheArticleIsRead() throws IOException {
        Extracted.Text text =
                text(
                        """
                        <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">
                        <title>Nieuws over havens</title><script>var volg = 'TRACKING';</script></head>
                        <body class="page cookie-aware">
                        <a class="skip" href="#inhoud">Ga direct naar inhoud</a>
                        <header><a>Logo van de site</a><nav><ul><li>Onderwerpen</li><li>Contact</li></ul></nav></header>
                        <div id="cookie-banner" role="dialog"><p>Wij plaatsen kleine bestanden. Akkoord?</p><button>Ja</button></div>
                        <main id="inhoud"><nav class="kruimels">Home &gt; Actueel</nav>
                        <article><header><h1>Havens worden weerbaarder</h1><p>15 mei 2025</p></header>
                        <p>De minister investeert in de weerbaarheid van havens.</p>
                        <section id="cookies"><h2>Cookies</h2><p>Het wetsvoorstel gaat ook over cookies.</p></section>
                        <footer>Zie ook Kamerstuk 26 643, nr. 1.</footer></article></main>
                        <aside>Abonneer u op berichten</aside>
                        <footer>Over deze site</footer><noscript>Zet het aan</noscript>
                        </body></html>
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        "a.html");
        assertThat(lines(text))
                .containsExactly(
                        "Ga direct naar inhoud",
                        "Havens worden weerbaarder",
                        "15 mei 2025",
                        "De minister investeert in de weerbaarheid van havens.",
                        "Cookies",
                        "Het wetsvoorstel gaat ook over cookies.",
                        "Zie ook Kamerstuk 26 643, nr. 1.");
        assertThat(text.title()).isEqualTo("Nieuws over havens");
    }

    @Test
    void aPublicationInHtmlStaysWhole() throws IOException {
        Extracted.Text text =
                text(
                        """
                        <html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
                        </head><body><header>Richtlijn</header><p>Coördinatie in de Unie</p>
                        <aside>Bijlage</aside><footer>Noten</footer></body></html>
                        """
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "a.html");
        assertThat(lines(text))
                .containsExactly("Richtlijn", "Coördinatie in de Unie", "Bijlage", "Noten");
    }

    private static List<String> lines(Extracted.Text text) {
        List<String> lines = new ArrayList<>();
        text.text().lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add);
        return lines;
    }

    private static Extracted.Text text(byte[] bytes, String name) throws IOException {
        Path file = Files.write(Files.createTempFile(store, "original", ""), bytes);
        Extracted outcome = extractor.extract(new Original(file, bytes.length, name));
        assertThat(outcome).as(name).isInstanceOf(Extracted.Text.class);
        return (Extracted.Text) outcome;
    }
}
