package nl.beleidsradar.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in its own process, with the heap it is promised to do with. */
final class IngestService implements AutoCloseable {

    private static final String BOUNDARY = "grens";
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP =
            Pattern.compile(
                    "jvm_gc_live_data_size_bytes(?:\\{[^}]*})? ([0-9.E]+)", Pattern.MULTILINE);

    private final Process process;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    IngestService(String brokers, Path data, int port, int processes) throws IOException {
        Path jar =
                Path.of(System.getProperty("beleidsradar.repository", "."))
                        .resolve("ingest-service/target/ingest-service.jar");
        base = URI.create("http://127.0.0.1:" + port);
        process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-jar",
                                        jar.toString(),
                                        "--server.port=" + port,
                                        "--spring.cloud.stream.kafka.binder.brokers=" + brokers,
                                        "--beleidsradar.store.folder=" + data.resolve("store"),
                                        "--beleidsradar.ingest.work-folder=" + data.resolve("work"),
                                        "--beleidsradar.extract.processes=" + processes,
                                        // The library beside it reads no pictures either.
                                        "--beleidsradar.ocr.enabled=false"))
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("ingest.log").toFile())
                        .start();
    }

    boolean isReady() {
        try {
            return process.isAlive() && get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean upload(String id, Path file) throws Exception {
        byte[] head =
                ("--%s\r\n"
                                + "Content-Disposition: form-data; name=\"metadata\"\r\n"
                                + "Content-Type: application/json\r\n\r\n"
                                + "{\"id\":\"%s\"}\r\n"
                                + "--%s\r\n"
                                + "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
                        .formatted(BOUNDARY, id, BOUNDARY, file.getFileName())
                        .getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/api/documents"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArrays(
                                        List.of(head, Files.readAllBytes(file), end)))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
    }

    /** Processor time of the service so far, its extraction processes not counted. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of the extraction processes that run now. */
    Duration extractionTime() {
        return process.descendants()
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Megabytes the process holds, its extraction processes not counted. */
    long residentMegabytes() throws IOException {
        Matcher found =
                RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
    }

    /** Megabytes of heap in use after the last full collection; 0 before the first. */
    long liveMegabytes() throws Exception {
        Matcher found = HEAP.matcher(get("/actuator/prometheus").body());
        return found.find() ? (long) (Double.parseDouble(found.group(1)) / 1024 / 1024) : -1;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(base.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
        http.close();
    }
}
