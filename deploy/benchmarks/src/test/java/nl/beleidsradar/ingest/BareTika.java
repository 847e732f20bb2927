package nl.beleidsradar.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;

/** The extraction library by itself, with as many processes as the service has. */
final class BareTika implements AutoCloseable {

    private static final String CONFIG =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <properties>
              <pipes><params>
                <numClients>%d</numClients>
                <timeoutMillis>60000</timeoutMillis>
                <maxForEmitBatchBytes>-1</maxForEmitBatchBytes>
                <maxWaitForClientMillis>86400000</maxWaitForClientMillis>
                <startupTimeoutMillis>120000</startupTimeoutMillis>
                <javaPath>%s</javaPath>
                <tikaConfig>%s</tikaConfig>
                <forkedJvmArgs>
                  <arg>-Xmx512m</arg>
                  <arg>-XX:+UseSerialGC</arg>
                  <arg>-Djava.awt.headless=true</arg>
                  <arg>-cp</arg>
                  <arg>%s</arg>
                </forkedJvmArgs>
              </params></pipes>
              <fetchers>
                <fetcher class="org.apache.tika.pipes.fetcher.fs.FileSystemFetcher"><params>
                  <name>files</name>
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

    private final PipesParser parser;

    BareTika(int processes, Path files, Path folder) throws Exception {
        Path config = folder.resolve("bare-tika.xml");
        Files.writeString(
                config,
                CONFIG.formatted(
                        processes,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        config,
                        System.getProperty("java.class.path"),
                        files));
        parser = new PipesParser(PipesConfig.load(config));
    }

    /** Whether it gave a text. */
    boolean reads(String file) throws Exception {
        ParseContext context = new ParseContext();
        context.set(
                HandlerConfig.class,
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.XML,
                        HandlerConfig.PARSE_MODE.RMETA,
                        16 * 1024 * 1024,
                        1000,
                        true));
        return parser.parse(
                                new FetchEmitTuple(
                                        UUID.randomUUID().toString(),
                                        new FetchKey("files", file),
                                        EmitKey.NO_EMIT,
                                        new Metadata(),
                                        context,
                                        FetchEmitTuple.ON_PARSE_EXCEPTION.EMIT))
                        .getEmitData()
                != null;
    }

    @Override
    public void close() throws Exception {
        parser.close();
    }
}
