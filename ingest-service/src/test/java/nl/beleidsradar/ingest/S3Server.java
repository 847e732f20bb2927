package nl.beleidsradar.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3, as a process of its own on a free port, with one empty bucket. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "documents";
    private static final Pattern STARTED =
            Pattern.compile("Tomcat started on .*?(\\d+) \\(http\\)");

    private final Process process;
    private final URI address;

    private S3Server(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param folder for its files and its log
     */
    public static S3Server start(Path folder) throws Exception {
        Path log = folder.resolve("s3.log");
        Path jar =
                Path.of(System.getProperty("beleidsradar.repository", ".."))
                        .resolve("ingest-service/target/s3/s3mock-exec.jar");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString(),
                                "--server.port=0",
                                "--http.port=0",
                                "--com.adobe.testing.s3mock.store.root="
                                        + Files.createDirectories(folder.resolve("s3")),
                                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                URI address = URI.create("http://127.0.0.1:" + started.group(1));
                return new S3Server(process, address);
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("no S3 server: " + Files.readString(log));
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
