package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @TempDir static Path store;
    @TempDir static Path work;
    private static OcrExtractor ocr;
    private static TikaTextExtractor tika;

    @BeforeAll
    static void start() throws Exception {
        ExtractSettings limits =
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
        OcrSettings settings =
                new OcrSettings(
                        true,
                        "nld+eng",
                        DataSize.ofMegabytes(512),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(30));
        ocr = new OcrExtractor(settings, limits, store, work);
        tika = new TikaTextExtractor(limits, store, work);
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
