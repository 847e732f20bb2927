package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.beleidsradar.ingest.Gold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

class TikaTextExtractorIT {

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
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(4),
                        3,
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

    /** Every document of the folder says "cyberweerbaarheid" once, in the format of its name. */
    static Stream<Path> documents() throws IOException {
        return Files.list(Path.of("src/test/resources/documents")).sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsEachFormat(Path document) throws IOException {
        Extracted.Text text = text(Files.readAllBytes(document), document.getFileName().toString());
        assertThat(text.text()).containsOnlyOnce("cyberweerbaarheid");
        assertThat(text.limits()).isEmpty();
    }

    @Test
    void readsWordAndSaysWhatItIs() throws IOException {
        Extracted.Text text = text(TestFiles.docx("Over cyberweerbaarheid."), "a.docx");
        assertThat(text.text()).isEqualTo("Over cyberweerbaarheid.");
        assertThat(text.mediaType())
                .isEqualTo(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(text.parser()).isEqualTo("apache tika 3.3.1");
    }

    @Test
    void givesTheStartOfEachPage() throws IOException {
        Extracted.Text text = text(TestFiles.pdf("Eerste blad", "Tweede blad"), "a.pdf");
        assertThat(text.pages()).hasSize(2);
        assertThat(text.text().substring(text.pages().get(0))).startsWith("Eerste blad");
        assertThat(text.text().substring(text.pages().get(1))).startsWith("Tweede blad");
    }

    @Test
    void readsColumnByColumnWhatWasWrittenAcrossBoth() throws IOException {
        Extracted.Text text = text(PlacedText.twoColumns(1, true), "a.pdf");
        assertThat(text.text())
                .containsSubsequence(
                        PlacedText.HEAD,
                        "links 1.0 " + PlacedText.LEFT + "\n",
                        "links 1.11 " + PlacedText.LEFT + "\n",
                        "rechts 1.0 " + PlacedText.RIGHT + "\n",
                        "rechts 1.11 " + PlacedText.RIGHT + "\n",
                        PlacedText.HEADING,
                        "links 1.12 ",
                        "rechts 1.12 ",
                        "Voet 1");
    }

    @Test
    void takesWhatIsPackedInAnArchiveOutAndSaysWhenThatIsNotAll() throws IOException {
        Extracted.Text two = text(TestFiles.zip("x/a.txt", "aap", "b.txt", "noot"), "twee.zip");
        assertThat(two.text()).isEqualTo("x/a.txt\nb.txt");
        assertThat(contents(two)).containsExactly("aap", "noot");
        assertThat(two.limits()).isEmpty();
        two.unpacked().close();
        assertThat(two.unpacked().folder()).doesNotExist();
        Extracted.Text five =
                text(
                        TestFiles.zip(
                                "a.txt", "1", "b.txt", "2", "c.txt", "3", "d.txt", "4", "e", "5"),
                        "vijf.zip");
        assertThat(contents(five)).containsExactly("1", "2", "3");
        assertThat(five.limits()).containsExactly("embedded-limit");
    }

    @Test
    void aLetterKeepsItsOwnTextAndGivesItsAttachmentsApart() throws IOException {
        Extracted.Text mail =
                text(
                        TestFiles.mail("Hierbij het stuk.", "stuk.txt", "De inhoud van het stuk."),
                        "a.eml");
        assertThat(mail.text()).isEqualTo("Hierbij het stuk.");
        assertThat(mail.title()).isEqualTo("Een brief");
        assertThat(contents(mail)).containsExactly("De inhoud van het stuk.");
        assertThat(mail.unpacked().documents())
                .extracting(Unpacked.Embedded::name)
                .containsExactly("stuk.txt");
    }

    @Test
    void aPdfKeepsItsPagesAndGivesTheFilesInsideApart() throws IOException {
        Extracted.Text pdf =
                text(TestFiles.pdfWith("Blad een", "bijlage.txt", "Ingesloten."), "a.pdf");
        assertThat(pdf.text()).isEqualTo("Blad een");
        assertThat(contents(pdf)).containsExactly("Ingesloten.");
    }

    @Test
    void whereNothingMayBeUnpackedAnArchiveSaysSo() throws IOException {
        byte[] zip = TestFiles.zip("a.txt", "aap");
        Path file = Files.write(Files.createTempFile(store, "original", ""), zip);
        assertThat(extractor.extract(new Original(file, zip.length, "a.zip", Allowance.NONE)))
                .isEqualTo(new Extracted.EmbeddedLimit());
    }

    @Test
    void theProcessHasNoNetworkWhereTheKernelAllows() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ForkLauncher launcher =
                    ForkLauncher.find(
                            Path.of(System.getProperty("java.home"), "bin", "java"), work, 1 << 20);
            int answer = connects(launcher.program().toString(), listening.getLocalPort());
            assertThat(answer).isEqualTo(launcher.isolated() ? 3 : 0);
            assertThat(tika.isIsolated()).isEqualTo(launcher.isolated());
            System.out.println("extraction network isolated: " + launcher.isolated());
        }
    }

    private static int connects(String java, int port) throws Exception {
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Connect.class.getName(),
                        Integer.toString(port))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends with 0 where the port can be reached, with 3 where it cannot. */
    public static final class Connect {
        public static void main(String[] port) throws IOException {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port[0]))) {
                System.exit(socket.isConnected() ? 0 : 3);
            } catch (SocketException e) {
                System.exit(3);
            }
        }
    }

    static Stream<Arguments> withoutText() throws IOException {
        byte[] random = new byte[5_000];
        new Random(1).nextBytes(random);
        byte[] half = TestFiles.docx("Half");
        byte[] typesLast =
                upTo(
                        "[Content_Types].xml",
                        TestFiles.zip(
                                "word/document.xml", "<b/>",
                                "_rels/.rels", "<a/>",
                                "[Content_Types].xml", "<c/>"));
        return Stream.of(
                Arguments.of("empty.pdf", new byte[0], Extracted.Empty.class),
                Arguments.of("blank.txt", bytes(" \n\t\n"), Extracted.Empty.class),
                Arguments.of("no-text.pdf", TestFiles.pdf("", ""), Extracted.Empty.class),
                Arguments.of("random.bin", random, Extracted.Unsupported.class),
                Arguments.of("random.txt", random, Extracted.Unsupported.class),
                Arguments.of("random.pdf", random, Extracted.Unsupported.class),
                Arguments.of("half.pdf", bytes("%PDF-1.7\n1 0 obj\n<<"), Extracted.Corrupt.class),
                Arguments.of(
                        "half.docx", Arrays.copyOf(half, half.length / 2), Extracted.Corrupt.class),
                Arguments.of("begun.zip", bytes("PK\3\4xxxx"), Extracted.Corrupt.class),
                Arguments.of("types-last.docx", typesLast, Extracted.Corrupt.class),
                Arguments.of("secret.zip", secretZip(), Extracted.Encrypted.class),
                Arguments.of(
                        "five.rar",
                        bytes("Rar!\32\7\1\0" + "x".repeat(50)),
                        Extracted.Unsupported.class),
                Arguments.of("secret.pdf", TestFiles.encryptedPdf(), Extracted.Encrypted.class),
                Arguments.of("bomb.zip", TestFiles.zipBomb(), Extracted.EmbeddedLimit.class),
                Arguments.of(
                        "long.html",
                        bytes(
                                "<html><body>"
                                        + ("<p>" + "lang ".repeat(2_000) + "</p>").repeat(600)),
                        Extracted.TooLarge.class),
                Arguments.of(
                        "hang.xml",
                        bytes(
                                "<?xml version=\"1.0\"?><mock><hang millis=\"100000\" heavy=\"true\""
                                        + " pulse_millis=\"100\" interruptible=\"false\"/></mock>"),
                        Extracted.TimedOut.class),
                Arguments.of(
                        "memory.xml",
                        bytes("<?xml version=\"1.0\"?><mock><oom/></mock>"),
                        Extracted.OutOfMemory.class),
                Arguments.of(
                        "exit.xml",
                        bytes("<?xml version=\"1.0\"?><mock><system_exit/></mock>"),
                        Extracted.Corrupt.class));
    }

    /** What stands in a zip before a file of it. */
    private static byte[] upTo(String name, byte[] zip) {
        String all = new String(zip, StandardCharsets.ISO_8859_1);
        int header = 30;
        return Arrays.copyOf(zip, all.indexOf(name) - header);
    }

    /** A zip says of each of its files, at its head and in the list at the end, how it is kept. */
    private static byte[] secretZip() throws IOException {
        byte[] zip = TestFiles.zip("a.txt", "geheim");
        String all = new String(zip, StandardCharsets.ISO_8859_1);
        zip[all.indexOf("PK\3\4") + 6] |= 1;
        zip[all.indexOf("PK\1\2") + 8] |= 1;
        return zip;
    }

    @Test
    void whatComesBeforeTheCutInAZipIsReadAndTheCutIsNamed() throws IOException {
        byte[] zip = TestFiles.zip("a.txt", "aap", "b.txt", "noot", "c.txt", "mies");
        byte[] cut = upTo("c.txt", zip);
        for (byte[] broken : List.of(cut, Arrays.copyOf(zip, cut.length + 9))) {
            Extracted.Text text = text(broken, "a.zip");
            assertThat(contents(text)).containsExactly("aap", "noot");
            assertThat(text.limits()).containsExactly("corrupt");
        }
    }

    @Test
    void whereNoProcessStartsTheDocumentIsNotToBlame() throws IOException {
        Path folder = Files.createDirectories(work.resolve("broken"));
        ExtractSettings settings =
                new ExtractSettings(
                        1,
                        DataSize.ofMegabytes(64),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(1),
                        3,
                        1_000,
                        2,
                        100,
                        DataSize.ofMegabytes(1));
        Path pdf = Files.write(store.resolve("waits"), TestFiles.pdf("Wacht even."));
        Original original = new Original(pdf, Files.size(pdf), "a.pdf");
        try (TikaTextExtractor broken = new TikaTextExtractor(settings, store, folder)) {
            Path program = folder.resolve("extractor-java");
            Path away = Files.move(program, folder.resolve("away"));
            assertThatThrownBy(() -> broken.extract(original))
                    .isInstanceOf(ExtractorUnavailable.class);
            Files.move(away, program);
            assertThat(broken.extract(original)).isInstanceOf(Extracted.Text.class);
        }
    }

    @Test
    void aPdfWhosePagesHaveNoTextHasNoPagesBesideTheNamesOfTheFilesInside() throws IOException {
        byte[] bytes = TestFiles.pdfWith("", "bijlage.txt", "Ingesloten.");
        Extracted.Text pdf = text(bytes, "a.pdf");
        assertThat(pdf.text()).isEqualTo("bijlage.txt");
        assertThat(pdf.pages()).isEmpty();
        Path file = Files.write(store.resolve("wordless"), bytes);
        assertThat(OcrNeeds.of(new Original(file, bytes.length, "a.pdf"), pdf))
                .isEqualTo(OcrNeed.WHOLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutText")
    void saysWhyThereIsNoTextAndGoesOn(String name, byte[] bytes, Class<? extends Extracted> why)
            throws IOException {
        assertThat(extract(bytes, name)).isInstanceOf(why);
        assertThat(text(TestFiles.docx("Het volgende stuk."), "b.docx").text())
                .isEqualTo("Het volgende stuk.");
    }

    @Test
    void aDocumentTypeDefinitionReachesNothing() throws IOException {
        Path secret = Files.writeString(work.resolve("secret"), "GEHEIM");
        String entity =
                "<!DOCTYPE officiele-publicatie [<!ENTITY x SYSTEM \""
                        + secret.toUri()
                        + "\">]><officiele-publicatie><al>a &x; b</al></officiele-publicatie>";
        Extracted outcome = extract(bytes(entity), "a.xml");
        assertThat(outcome.toString()).doesNotContain("GEHEIM");
    }

    @Test
    void readsTheSharedPdfsAndHostileFilesWithoutAnyOutcomeBeingLost() throws IOException {
        for (String folder : List.of("pdf", "hostile")) {
            Optional<Path> gold = Gold.folder(folder);
            if (gold.isPresent()) {
                try (Stream<Path> files = Files.list(gold.get())) {
                    for (Path file : files.sorted().toList()) {
                        Extracted outcome =
                                extract(Files.readAllBytes(file), file.getFileName().toString());
                        System.out.println(file.getFileName() + ": " + brief(outcome));
                        checkGold(file.getFileName().toString(), outcome);
                    }
                }
            }
        }
    }

    private static void checkGold(String name, Extracted outcome) {
        switch (name) {
            case "cbw-2025D26103.pdf", "draag.pdf", "fiche5.pdf", "vn1441.pdf" -> {
                assertThat(outcome).isInstanceOf(Extracted.Text.class);
                assertThat(((Extracted.Text) outcome).pages()).hasSizeGreaterThan(1);
            }
            case "blg.pdf", "image.pdf", "empty.docx", "empty.odt" ->
                    assertThat(outcome).isInstanceOf(Extracted.Empty.class);
            case "empty-pw.docx", "empty-pw.doc" ->
                    assertThat(outcome).isInstanceOf(Extracted.Encrypted.class);
            default -> assertThat(outcome).isNotNull();
        }
    }

    private static String brief(Extracted outcome) {
        return outcome instanceof Extracted.Text text
                ? "text, %d characters, %d pages, title %s"
                        .formatted(text.text().length(), text.pages().size(), text.title())
                : outcome.toString();
    }

    private static List<String> contents(Extracted.Text text) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Unpacked.Embedded embedded : text.unpacked().documents()) {
            contents.add(Files.readString(embedded.file()));
        }
        return contents;
    }

    private static Extracted.Text text(byte[] bytes, String name) throws IOException {
        Extracted outcome = extract(bytes, name);
        assertThat(outcome).isInstanceOf(Extracted.Text.class);
        return (Extracted.Text) outcome;
    }

    private static Extracted extract(byte[] bytes, String name) throws IOException {
        Path file = Files.createTempFile(store, "original", "");
        Files.write(file, bytes);
        return extractor.extract(new Original(file, bytes.length, name));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
