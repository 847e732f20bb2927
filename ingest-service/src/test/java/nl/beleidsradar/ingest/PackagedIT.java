package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.ingest.extract.TestFiles;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class PackagedIT {

    @TempDir Path data;

    @Test
    void theJarAloneReadsAPdfAndStartsBeforeItsBroker() throws Exception {
        Path folder = Files.createDirectories(data.resolve("in"));
        Files.write(folder.resolve("a.pdf"), TestFiles.pdf("Uit de jar"));
        EmbeddedKafkaKraftBroker kafka = OneBroker.start();
        String brokers = kafka.getBrokersAsString();
        Process service = start(brokers, folder);
        try {
            Thread.sleep(8_000);
            assertThat(service.isAlive()).isTrue();
            RunningIngest.createTopics(brokers);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !RunningIngest.events(brokers).isEmpty());
            DocumentExtracted event =
                    EventJson.read(
                            RunningIngest.events(brokers).getFirst().value(),
                            DocumentExtracted.class);
            assertThat(event.text()).isEqualTo("Uit de jar");
            assertThat(event.extraction().parser()).startsWith("apache tika");
            try (Stream<Path> work = Files.list(data.resolve("work"))) {
                assertThat(work.filter(p -> p.toString().contains("unfinished"))).isEmpty();
            }
        } finally {
            service.destroy();
            service.waitFor();
            kafka.destroy();
        }
    }

    private Process start(String brokers, Path folder) throws Exception {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                Path.of("target", "ingest-service.jar").toString(),
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers=" + brokers,
                                "--beleidsradar.store.folder=" + data.resolve("store"),
                                "--beleidsradar.ingest.work-folder=" + data.resolve("work"),
                                "--beleidsradar.ingest.folders=" + folder))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "packaged.log").toFile())
                .start();
    }
}
