package nl.beleidsradar.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One stack started by {@code ./run}, as a user starts it; its standard output goes to a file
 * beside the data folder.
 */
final class LocalStack implements AutoCloseable {

    static final Path REPOSITORY = Path.of(System.getProperty("beleidsradar.repository"));
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** The processes of a stack, by what stands in their command line, where words end with NUL. */
    enum Part {
        INGEST("-jar\0[^\0]*/ingest-service\\.jar\0"),
        ENRICH("-jar\0[^\0]*/enrich-service\\.jar\0"),
        SEARCH("-jar\0[^\0]*/search-service\\.jar\0"),
        KAFKA("kafka\\.Kafka"),
        ELASTICSEARCH("org\\.elasticsearch\\."),
        MAIL("nl\\.beleidsradar\\.local\\.MailServer");

        private final Pattern mark;

        Part(String mark) {
            this.mark = Pattern.compile(mark);
        }
    }

    private final Process run;
    private final Path output;
    final Api api;

    private LocalStack(Process run, Path output, int portOffset) {
        this.run = run;
        this.output = output;
        this.api = new Api(portOffset);
    }

    /** Starts {@code ./run --data DATA --port-offset N …} and waits until it prints the address. */
    static LocalStack start(Path data, int portOffset, String... more) {
        return start(Map.of(), data, portOffset, more);
    }

    /** The same with settings of the services, by environment variable. */
    static LocalStack start(
            Map<String, String> settings, Path data, int portOffset, String... more) {
        LocalStack stack = launch(settings, data, portOffset, more);
        try {
            stack.awaitReady();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw new AssertionError("the stack did not start:\n" + stack.output(), e);
        }
    }

    /** Starts without waiting. */
    static LocalStack launch(Path data, int portOffset, String... more) {
        return launch(Map.of(), data, portOffset, more);
    }

    private static LocalStack launch(
            Map<String, String> settings, Path data, int portOffset, String... more) {
        List<String> command = new ArrayList<>(List.of(REPOSITORY.resolve("run").toString()));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        command.addAll(Arrays.asList(more));
        Path output = data.resolveSibling(data.getFileName() + ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(REPOSITORY.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            // Its documents would be among those that a test counts.
            builder.environment().put("BELEIDSRADAR_CANARY", "0s");
            // Most tests end before the second compiler is done with what it slows down.
            builder.environment().put("BELEIDSRADAR_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            builder.environment().putAll(settings);
            return new LocalStack(builder.start(), output, portOffset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!run.isAlive()) {
                        throw new IllegalStateException("run ended: " + run.exitValue());
                    }
                    return output().contains(api.search.toString());
                });
    }

    /** All that {@code ./run} has printed. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process ids of a part: one, or for Elasticsearch its launcher and its server. */
    List<ProcessHandle> processes(Part part) {
        return run.toHandle()
                .descendants()
                .filter(process -> part.mark.matcher(commandLine(process)).find())
                .toList();
    }

    /** Whether a part's process has the file in its memory. */
    boolean hasMapped(Part part, String file) {
        return processes(part).stream()
                .anyMatch(p -> text(p, "maps").lines().anyMatch(line -> line.endsWith(file)));
    }

    /** Ends every process of a part with SIGKILL and waits until the supervisor has a new one. */
    void kill(Part part) {
        List<ProcessHandle> old = processes(part);
        if (old.isEmpty()) {
            throw new AssertionError(part + " is not running:\n" + output());
        }
        old.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> processes(part).stream().anyMatch(p -> !old.contains(p)));
    }

    /** Stops as Ctrl-C does; answers how long it took. */
    Duration stop() {
        List<ProcessHandle> all = run.toHandle().descendants().toList();
        Instant start = Instant.now();
        run.destroy();
        try {
            if (!run.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + STOP_LIMIT + "\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        return Duration.between(start, Instant.now());
    }

    /** Ends the launcher with SIGKILL; its children must follow by themselves. */
    void killLauncher() {
        List<ProcessHandle> all = run.toHandle().descendants().toList();
        run.destroyForcibly();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        if (run.isAlive()) {
            stop();
        }
    }

    /** Linux keeps the whole line in /proc; {@link ProcessHandle.Info} cuts it at one page. */
    private static String commandLine(ProcessHandle process) {
        return text(process, "cmdline");
    }

    private static String text(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            return "";
        }
    }
}
