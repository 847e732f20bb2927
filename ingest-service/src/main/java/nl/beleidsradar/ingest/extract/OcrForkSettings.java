package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the file that configures the process that makes pictures of pages and has them read. It
 * knows PDF and pictures only.
 */
final class OcrForkSettings {

    private static final int FILES_PER_PROCESS = 100;

    /** A glyph may be a space: so many are less than a page's fewest characters in any case. */
    private static final int MOST_GLYPHS = 2 * OcrNeeds.FEWEST_ON_A_PAGE - 1;

    private OcrForkSettings() {}

    /** Where the process writes the pictures of pages. */
    static Path temporary(Tesseract tesseract) {
        return tesseract.folder().resolve("temporary");
    }

    /**
     * @param store folder whose files are read, by path relative to it
     */
    static Path write(OcrSettings settings, Tesseract tesseract, Path store, Path workFolder)
            throws IOException {
        Path folder = workFolder.toAbsolutePath();
        Files.createDirectories(folder);
        Path temporary = temporary(tesseract);
        Unpacked.delete(temporary);
        Files.createDirectories(temporary);
        ForkLauncher launcher =
                ForkLauncher.find(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        tesseract.folder(),
                        ForkXml.LARGEST_FILE);
        String parsers =
                PARSERS.formatted(
                        MOST_GLYPHS,
                        ForkXml.escaped(tesseract.folder().toString()),
                        settings.languages(),
                        settings.pageTimeout().toSeconds());
        return new ForkXml(
                        1,
                        settings.timeout(),
                        FILES_PER_PROCESS,
                        launcher.program(),
                        settings.memory(),
                        List.of(),
                        temporary,
                        parsers)
                .write(folder, "ocr-tika.xml", store);
    }

    // The first number of ocrStrategyAuto is Tika's own: glyphs without a character.
    private static final String PARSERS =
            """
              <parsers>
                <parser class="nl.beleidsradar.ingest.extract.fork.ColumnPdfParser"><params>
                  <param name="ocrStrategy" type="string">auto</param>
                  <param name="ocrStrategyAuto" type="string">10,%d</param>
                  <param name="ocrDPI" type="int">300</param>
                  <param name="ocrImageType" type="string">gray</param>
                </params></parser>
                <parser class="org.apache.tika.parser.image.ImageParser"/>
                <parser class="org.apache.tika.parser.image.JpegParser"/>
                <parser class="org.apache.tika.parser.image.TiffParser"/>
                <parser class="org.apache.tika.parser.ocr.TesseractOCRParser"><params>
                  <param name="tesseractPath" type="string">%s</param>
                  <param name="language" type="string">%s</param>
                  <param name="timeoutSeconds" type="int">%d</param>
                  <param name="pageSegMode" type="string">1</param>
                </params></parser>
              </parsers>
            """;
}
