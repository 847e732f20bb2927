package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * Tika's configuration file for processes that extract: how they start and end, and where they find
 * what they read. What they read with is the caller's.
 *
 * @param processes side by side
 * @param timeout for one file
 * @param filesPerProcess after so many a process is replaced by a fresh one
 * @param program that starts one
 * @param memory heap of each
 * @param arguments further ones for its Java
 * @param temporary folder of its own for temporary files
 * @param parsers elements after those of the processes
 */
record ForkXml(
        int processes,
        Duration timeout,
        int filesPerProcess,
        Path program,
        DataSize memory,
        List<String> arguments,
        Path temporary,
        String parsers) {

    static final String FETCHER = "store";

    // Parsers keep copies of what they read, and a page may be a picture.
    static final long LARGEST_FILE = 1L << 30;

    /**
     * @param folder for the file, absolute
     * @param store folder whose files are read, by path relative to it
     */
    Path write(Path folder, String name, Path store) throws IOException {
        Path config = folder.resolve(name);
        replace(
                config,
                TIKA.formatted(
                        processes,
                        timeout.toMillis(),
                        filesPerProcess,
                        escaped(program.toString()),
                        escaped(config.toString()),
                        memory.toMegabytes(),
                        escaped(temporary.toString()),
                        arguments.stream()
                                .map(a -> "<arg>" + escaped(a) + "</arg>")
                                .collect(Collectors.joining()),
                        escaped(ForkClassPath.of(System.getProperty("java.class.path"), folder)),
                        FETCHER,
                        escaped(store.toAbsolutePath().toString()),
                        parsers));
        return config;
    }

    /** Never seen half written. */
    static void replace(Path file, String content) throws IOException {
        Path unfinished =
                Files.createTempFile(file.toAbsolutePath().getParent(), "extractor", ".part");
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // A process whose memory is full says so and ends by itself, which names the reason; ended by
    // ExitOnOutOfMemoryError it is a crash like any other. That flag may come from the environment
    // of this service, so it is taken back here.
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
                  <arg>-XX:-ExitOnOutOfMemoryError</arg>
                  <arg>-Djava.awt.headless=true</arg>
                  <arg>-Djava.io.tmpdir=%s</arg>
                  %s
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
            %s</properties>
            """;
}
