package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files that configure the extraction process: Tika's and its log's. */
final class ForkSettings {

    private ForkSettings() {}

    /**
     * @param config Tika's configuration file
     * @param isolated whether the process will have no network
     */
    record Written(Path config, boolean isolated) {}

    /**
     * @param store folder whose files are read, by path relative to it
     */
    static Written write(ExtractSettings settings, Path store, Path workFolder) throws IOException {
        Path folder = workFolder.toAbsolutePath();
        Files.createDirectories(folder);
        Path log = folder.resolve("extractor-logback.xml");
        ForkXml.replace(log, LOGBACK);
        ForkLauncher launcher =
                ForkLauncher.find(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        folder,
                        Math.max(settings.maxEmbeddedSize().toBytes(), ForkXml.LARGEST_FILE));
        ForkXml xml =
                new ForkXml(
                        settings.processes(),
                        settings.timeout(),
                        settings.documentsPerProcess(),
                        launcher.program(),
                        settings.memory(),
                        List.of(
                                "-XX:MaxDirectMemorySize=64m",
                                "-Dlogback.configurationFile=" + log),
                        ForkFolders.in(folder).temporary(),
                        PARSERS);
        return new Written(xml.write(folder, "extractor-tika.xml", store), launcher.isolated());
    }

    // Optical character recognition is a step of its own, never a side effect of a program that
    // happens to be installed: its parser is left out and PDFs are told not to ask for it.
    private static final String PARSERS =
            """
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                  <parser-exclude class="org.apache.tika.parser.pdf.PDFParser"/>
                  <parser-exclude class="org.apache.tika.parser.html.JSoupParser"/>
                </parser>
                <parser class="nl.beleidsradar.ingest.extract.fork.ArticleHtmlParser"/>
                <parser class="nl.beleidsradar.ingest.extract.fork.ColumnPdfParser"><params>
                  <param name="ocrStrategy" type="string">no_ocr</param>
                </params></parser>
              </parsers>
              <autoDetectParserConfig>
                <embeddedDocumentExtractorFactory class="nl.beleidsradar.ingest.extract.fork.UnpackerFactory"/>
              </autoDetectParserConfig>
            """;

    private static final String LOGBACK =
            """
            <configuration>
              <appender name="ERR" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>%-5level %logger{0} %msg%n%nopex</pattern></encoder>
              </appender>
              <root level="OFF"><appender-ref ref="ERR"/></root>
            </configuration>
            """;
}
