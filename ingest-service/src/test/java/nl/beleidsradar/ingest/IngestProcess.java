package nl.beleidsradar.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The whole service in a process of its own, so that it can be killed. */
final class IngestProcess {

    private IngestProcess() {}

    static Process start(String brokers, Path data, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                // It starts more often than it runs for long.
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IngestApplication.class.getName(),
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers=" + brokers,
                                "--beleidsradar.store.folder=" + data.resolve("store"),
                                "--beleidsradar.ingest.work-folder=" + data.resolve("work")));
        command.addAll(Arrays.asList(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of("target", "kill.log").toFile()))
                .start();
    }
}
