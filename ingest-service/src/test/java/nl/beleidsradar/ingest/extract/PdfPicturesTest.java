package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPicturesTest {

    private static final String LOGO =
            "5 0 obj <</Subtype/Image/Width 90/Height 40/Length 4>> stream ABCD endstream endobj ";
    private static final String PAGE =
            "6 0 obj <</Type/XObject /Height 3508 /Subtype /Image /Width 2480>> stream ABCD ";

    @TempDir Path folder;

    @Test
    void aPictureOfAPageIsFoundByItsSizeOnEitherSideOfItsKind() throws IOException {
        assertThat(hasOneOfAPage(PAGE)).isTrue();
        assertThat(hasOneOfAPage(LOGO + PAGE)).isTrue();
        assertThat(hasOneOfAPage(LOGO.repeat(20_000) + PAGE)).isTrue();
    }

    @Test
    void whatAnotherObjectSaysIsNotThePicturesSize() throws IOException {
        assertThat(hasOneOfAPage(LOGO)).isFalse();
        assertThat(
                        hasOneOfAPage(
                                "1 0 obj <</Width 2480/Height 3508>> endobj 2 0 obj <</Subtype"
                                        + "/Image>> stream /Width 2480/Height 3508 endstream"))
                .isFalse();
    }

    @Test
    void takesTimeByTheLengthOfTheFileHoweverOftenAPictureIsNamed() {
        String filler = "/Subtype/Image ".repeat(8 * 1024 * 1024 / 15);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(hasOneOfAPage(filler)).isFalse());
    }

    private boolean hasOneOfAPage(String pdf) throws IOException {
        Path file = folder.resolve("a.pdf");
        Files.write(file, pdf.getBytes(StandardCharsets.ISO_8859_1));
        return PdfPictures.hasOneOfAPage(file);
    }
}
