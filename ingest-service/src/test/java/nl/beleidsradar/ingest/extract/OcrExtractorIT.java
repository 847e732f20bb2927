package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidsradar.ingest.Gold;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class OcrExtractorIT {

    private static final ExtractSettings LIMITS =
            new ExtractSettings(
                    1,
                    DataSize.ofMegabytes(256),
                    Duration.ofSeconds(20),
                    DataSize.ofMegabytes(4),
                    3,
                    1_000,
                    5,
                    100,
                    DataSize.ofMegabytes(10));

    private static final OcrSettings SETTINGS =
            new OcrSettings(
                    true,
                    "nld+eng",
                    DataSize.ofMegabytes(512),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(30));

    @TempDir static Path store;
    @TempDir static Path work;
    private static OcrExtractor ocr;
    private static TikaTextExtractor tika;

    @BeforeAll
    static void start() throws Exception {
        ocr = new OcrExtractor(SETTINGS, LIMITS, store, work);
        tika = new TikaTextExtractor(LIMITS, store, work);
        boolean available = ocr.isAvailable();
        System.out.println("tesseract: " + (available ? ocr.name() : "absent, tested without it"));
        Assumptions.assumeTrue(available);
    }

    @AfterAll
    static void stop() throws IOException {
        ocr.close();
        tika.close();
    }

    @Test
    void readsAPictureAsAPageOfText() throws IOException {
        Original picture =
                original(ScannedFiles.png(List.of("De verplichting geldt voor spoorwegen.")), "a");
        assertThat(OcrNeeds.of(picture, tika.extract(picture))).isEqualTo(OcrNeed.WHOLE);
        assertThat(((Extracted.Text) ocr.read(picture, OcrNeed.WHOLE)).text())
                .contains("De verplichting geldt voor spoorwegen.");
    }

    @Test
    void readsEveryPageOfSoFewCharactersThatItIsAskedFor() throws IOException {
        // More than Tika itself takes for none.
        Original stamped =
                original(ScannedFiles.stamped("Archief nr 2024", List.of("Over spoorwegen.")), "s");
        Extracted known = tika.extract(stamped);
        assertThat(((Extracted.Text) known).text()).isEqualTo("Archief nr 2024");
        assertThat(OcrNeeds.of(stamped, known)).isEqualTo(OcrNeed.PAGES);
        assertThat(((Extracted.Text) ocr.read(stamped, OcrNeed.PAGES)).text())
                .contains("Over spoorwegen.");
    }

    @Test
    void aScanWithAFileInsideIsReadAsOneWithout() throws IOException {
        Original scan = original(ScannedFiles.withFile(List.of("Over spoorwegen."), "a.txt"), "f");
        Extracted known = tika.extract(scan);
        assertThat(((Extracted.Text) known).text()).isEqualTo("a.txt");
        assertThat(OcrNeeds.of(scan, known)).isEqualTo(OcrNeed.WHOLE);
        assertThat(((Extracted.Text) ocr.read(scan, OcrNeed.WHOLE)).text())
                .contains("Over spoorwegen.");
    }

    @Test
    void aPageThatCannotBeReadCostsThatPageOnlyAndIsNamed() throws IOException {
        Original scan =
                original(
                        ScannedFiles.pdf(
                                List.of("Een getypte bladzijde met genoeg tekst erop."),
                                List.of(List.of("Het eerste blad."), List.of("Het tweede blad."))),
                        "t");
        Extracted.Text pages = brokenAt(1, scan, OcrNeed.PAGES);
        assertThat(pages.text()).contains("Een getypte bladzijde", "Het tweede blad.");
        assertThat(pages.pages()).hasSize(3);
        Extracted.Text whole = brokenAt(3, scan, OcrNeed.WHOLE);
        assertThat(whole.text()).contains("Een getypte bladzijde", "Het eerste blad.");
        for (Extracted.Text text : List.of(pages, whole)) {
            assertThat(text.limits()).containsExactly("ocr-failed");
        }
    }

    /** What is read if the program fails at one of the pictures it is given. */
    private static Extracted.Text brokenAt(int run, Original original, OcrNeed need)
            throws IOException {
        Path folder = Files.createDirectories(work.resolve(UUID.randomUUID().toString()));
        try (OcrExtractor broken = new OcrExtractor(SETTINGS, LIMITS, store, folder)) {
            Path program = folder.resolve("ocr").resolve("tesseract");
            Path real = Files.move(program, folder.resolve("tesseract"));
            String script =
                    """
                    #!/bin/sh
                    if [ $# -gt 3 ]; then
                      echo run >> '%1$s/runs'
                      [ $(wc -l < '%1$s/runs') -eq %2$d ] && exit 1
                    fi
                    exec '%3$s' "$@"
                    """
                            .formatted(folder, run, real);
            Files.writeString(program, script);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            Extracted outcome = broken.read(original, need);
            assertThat(outcome).isInstanceOf(Extracted.Text.class);
            return (Extracted.Text) outcome;
        }
    }

    @Test
    void picturesThatAKilledProcessLeftAreRemoved() throws IOException {
        Path left = Files.writeString(work.resolve("ocr/temporary/apache-tika-1.tmp"), "x");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(3_600)));
        Original half = original("%PDF-1.7 1 0 obj <<".getBytes(), "half.pdf");
        assertThat(ocr.read(half, OcrNeed.WHOLE)).isNotInstanceOf(Extracted.Text.class);
        assertThat(left).doesNotExist();
    }

    @Test
    void whatIsNoPictureEndsAsAReason() throws IOException {
        Original half = original("%PDF-1.7 1 0 obj <<".getBytes(), "half.pdf");
        assertThat(ocr.read(half, OcrNeed.WHOLE)).isNotInstanceOf(Extracted.Text.class);
    }

    @Test
    void readsTheSharedPicturesAndTheGarbledOneAndLeavesTheOthersAlone() throws IOException {
        Optional<Path> hostile = Gold.folder("hostile");
        if (hostile.isPresent()) {
            Original picture =
                    original(Files.readAllBytes(hostile.get().resolve("image.pdf")), "p");
            assertThat(OcrNeeds.of(picture, tika.extract(picture))).isEqualTo(OcrNeed.WHOLE);
            assertThat(((Extracted.Text) ocr.read(picture, OcrNeed.WHOLE)).text()).isNotBlank();
            Original garbled =
                    original(Files.readAllBytes(hostile.get().resolve("garble.pdf")), "g");
            assertThat(OcrNeeds.of(garbled, tika.extract(garbled))).isEqualTo(OcrNeed.WHOLE);
        }
        for (String folder : List.of("pdf", "kamervragen")) {
            Optional<Path> gold = Gold.folder(folder);
            if (gold.isPresent()) {
                try (var files = Files.list(gold.get())) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                        Original original = original(Files.readAllBytes(file), "a.pdf");
                        boolean scanned = file.endsWith("blg.pdf");
                        assertThat(OcrNeeds.of(original, tika.extract(original)))
                                .as(file.getFileName().toString())
                                .isEqualTo(scanned ? OcrNeed.WHOLE : OcrNeed.NOTHING);
                    }
                }
            }
        }
    }

    private static Original original(byte[] bytes, String name) throws IOException {
        Path file = Files.write(store.resolve(UUID.randomUUID().toString()), bytes);
        return new Original(file, bytes.length, name);
    }
}
