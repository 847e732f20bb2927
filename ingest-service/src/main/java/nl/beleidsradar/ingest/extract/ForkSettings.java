package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the files that configure the extraction process: Tika's and its log's. */
final class ForkSettings {

    static final String FETCHER = "store";
    // Parsers keep copies of what they read.
    private static final long LARGEST_FILE = 1L << 30;

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
        replace(log, LOGBACK);
        ForkLauncher launcher =
                ForkLauncher.find(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        folder,
                        Math.max(settings.maxEmbeddedSize().toBytes(), LARGEST_FILE));
        Path config = folder.resolve("extractor-tika.xml");
        replace(
                config,
                TIKA.formatted(
                        settings.processes(),
                        settings.timeout().toMillis(),
                        settings.documentsPerProcess(),
                        escaped(launcher.program().toString()),
                        escaped(config.toString()),
                        settings.memory().toMegabytes(),
                        escaped(log.toString()),
                        escaped(ForkFolders.in(folder).temporary().toString()),
                        escaped(ForkClassPath.of(System.getProperty("java.class.path"), folder)),
                        FETCHER,
                        escaped(store.toAbsolutePath().toString())));
        return new Written(config, launcher.isolated());
    }

    private static void replace(Path file, String content) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "extractor", ".part");
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // No -XX:+ExitOnOutOfMemoryError: the process reports that its memory is full and ends by
    // itself,
    // which names the reason; ended by that flag it is a crash like any other.
    //
    // Optical character recognition is a step of its own, never a side effect of a program that
    // happens to be installed: its parser is left out and PDFs are told not to ask for it.
    private static final String TIKA =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <properties>
              <pipes><params>
                <numClients>%d</numClients>
                <timeoutMillis>%d</timeoutMillis>
                <maxFilesProcessedPerProcess>%d</maxFilesProcessedPerProcess>
                <maxForEmitBatchBytes>-1</maxForEmitBatchBytes>
                <maxWaitForClientMillis>86400000</maxWaitForClientMillis>
                <startupTimeoutMillis>120000</startupTimeoutMillis>
                <javaPath>%s</javaPath>
                <tikaConfig>%s</tikaConfig>
                <forkedJvmArgs>
                  <arg>-Xmx%dm</arg>
                  <arg>-XX:+UseSerialGC</arg>
                  <arg>-Djava.awt.headless=true</arg>
                  <arg>-XX:MaxDirectMemorySize=64m</arg>
                  <arg>-Dlogback.configurationFile=%s</arg>
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
            </properties>
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
