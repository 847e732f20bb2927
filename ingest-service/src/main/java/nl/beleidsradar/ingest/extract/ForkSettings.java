package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the files that configure the extraction process: Tika's and its log's. */
final class ForkSettings {

    static final String FETCHER = "store";

    private ForkSettings() {}

    /**
     * @param store folder whose files are read, by path relative to it
     * @return Tika's configuration file
     */
    static Path write(ExtractSettings settings, Path store, Path workFolder) throws IOException {
        Path folder = workFolder.toAbsolutePath();
        Files.createDirectories(folder);
        Path log = folder.resolve("extractor-logback.xml");
        replace(log, LOGBACK);
        Path config = folder.resolve("extractor-tika.xml");
        replace(
                config,
                TIKA.formatted(
                        settings.processes(),
                        settings.timeout().toMillis(),
                        settings.documentsPerProcess(),
                        escaped(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                        escaped(config.toString()),
                        settings.memory().toMegabytes(),
                        escaped(log.toString()),
                        escaped(ForkClassPath.of(System.getProperty("java.class.path"), folder)),
                        FETCHER,
                        escaped(store.toAbsolutePath().toString())));
        return config;
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
                  <arg>-Dlogback.configurationFile=%s</arg>
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
                </parser>
                <parser class="org.apache.tika.parser.pdf.PDFParser"><params>
                  <param name="ocrStrategy" type="string">no_ocr</param>
                </params></parser>
              </parsers>
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
