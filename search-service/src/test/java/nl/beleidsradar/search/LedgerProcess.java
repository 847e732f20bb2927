package nl.beleidsradar.search;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.beleidsradar.search.ledger.LedgerSettings;
import nl.beleidsradar.service.StepMetrics;

/** The mention ledger alone in a process of its own, to be killed. */
final class LedgerProcess implements AutoCloseable {

    private final Process process;

    private LedgerProcess(Process process) {
        this.process = process;
    }

    /** Runs until it is killed, or until its parent closes its input. */
    public static void main(String[] arguments) throws Exception {
        var meters = new SimpleMeterRegistry();
        var ledger =
                new LedgerStream(
                        new LedgerSettings(
                                Path.of(arguments[1]),
                                arguments[2],
                                -1,
                                Duration.ofMillis(50),
                                20,
                                Duration.ofMinutes(10)),
                        Map.of("bootstrap.servers", arguments[0]),
                        new StepMetrics(meters),
                        meters);
        ledger.start();
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(1);
    }

    static LedgerProcess start(String brokers, Path state, String instance) {
        try {
            return new LedgerProcess(
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx192m",
                                            "-XX:TieredStopAtLevel=1",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            LedgerProcess.class.getName(),
                                            brokers,
                                            state.toString(),
                                            instance))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            Path.of("target", "ledger-" + instance + ".log")
                                                    .toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        try {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
