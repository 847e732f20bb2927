package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the file that configures the process that makes pictures of pages and has them read. It
 * knows PDF and pictures only.
 */
final class OcrForkSettings {

    static final String FETCHER = "store";
    // A page as a picture, or a copy of the document.
    private static final long LARGEST_FILE = 1L << 30;

    private OcrForkSettings() {}

    /**
     * @param store folder whose files are read, by path relative to it
     */
    static Path write(OcrSettings settings, Tesseract tesseract, Path store, Path workFolder)
            throws IOException {
        Path folder = workFolder.toAbsolutePath();
        Files.createDirectories(folder);
        Path temporary = tesseract.folder().resolve("temporary");
        Unpacked.delete(temporary);
        Files.createDirectories(temporary);
        ForkLauncher launcher =
                ForkLauncher.find(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        tesseract.folder(),
                        LARGEST_FILE);
        Path config = folder.resolve("ocr-tika.xml");
        Path unfinished = Files.createTempFile(folder, "ocr", ".part");
        Files.writeString(
                unfinished,
                TIKA.formatted(
                        settings.timeout().toMillis(),
                        escaped(launcher.program().toString()),
                        escaped(config.toString()),
                        settings.memory().toMegabytes(),
                        escaped(temporary.toString()),
                        escaped(ForkClassPath.of(System.getProperty("java.class.path"), folder)),
                        FETCHER,
                        escaped(store.toAbsolutePath().toString()),
                        escaped(tesseract.folder().toString()),
                        settings.languages(),
                        settings.pageTimeout().toSeconds()));
        Files.move(unfinished, config, StandardCopyOption.REPLACE_EXISTING);
        return config;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String TIKA =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <properties>
              <pipes><params>
                <numClients>1</numClients>
                <timeoutMillis>%d</timeoutMillis>
                <maxFilesProcessedPerProcess>100</maxFilesProcessedPerProcess>
                <maxForEmitBatchBytes>-1</maxForEmitBatchBytes>
                <maxWaitForClientMillis>86400000</maxWaitForClientMillis>
                <startupTimeoutMillis>120000</startupTimeoutMillis>
                <javaPath>%s</javaPath>
                <tikaConfig>%s</tikaConfig>
                <forkedJvmArgs>
                  <arg>-Xmx%dm</arg>
                  <arg>-XX:+UseSerialGC</arg>
                  <arg>-Djava.awt.headless=true</arg>
                  <arg>-Djava.io.tmpdir=%s</arg>
                  <arg>-cp</arg>
                  <arg>%s</arg>
                </forkedJvmArgs>
              </params></pipes>
              <fetchers>
                <fetcher class="org.apache.tika.pipes.fetcher.fs.FileSystemFetcher"><params>
                  <name>%s</name>
                  <basePath>%s</basePath>
                </params></fetcher>
              </fetchers>
              <parsers>
                <parser class="nl.beleidsradar.ingest.extract.fork.ColumnPdfParser"><params>
                  <param name="ocrStrategy" type="string">auto</param>
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
            </properties>
            """;
}
