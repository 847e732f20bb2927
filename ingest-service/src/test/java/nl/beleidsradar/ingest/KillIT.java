package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.store.BlobRef;
import nl.beleidsradar.service.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class KillIT {

    private static final int DOCUMENTS = 600;

    @TempDir Path data;

    @Test
    void aServiceKilledAgainAndAgainEndsWhereAnUndisturbedOneEnds() throws Exception {
        Path folder = Files.createDirectories(data.resolve("in"));
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] bytes = document(i).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("stuk-" + i + ".xml"), bytes);
            expected.add("folder:" + BlobRef.hash(bytes));
        }
        EmbeddedKafkaKraftBroker kafka = OneBroker.start();
        String brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
        Process service = start(brokers, folder);
        try {
            for (int kill = 1; kill <= 3; kill++) {
                int enough = kill * DOCUMENTS / 5;
                Process alive = service;
                await().atMost(Duration.ofSeconds(240))
                        .pollInterval(Duration.ofMillis(300))
                        .until(() -> events(brokers).size() >= enough || !alive.isAlive());
                assertThat(service.isAlive()).isTrue();
                service.destroyForcibly().waitFor();
                service = start(brokers, folder);
            }
            long start = System.nanoTime();
            int before = events(brokers).size();
            await().atMost(Duration.ofSeconds(240))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> ids(events(brokers)).size() == DOCUMENTS);
            System.out.printf(
                    "after the last kill: %d events in %d ms, start included%n",
                    DOCUMENTS - before, (System.nanoTime() - start) / 1_000_000);
            service.destroy();
            service.waitFor();
            List<DocumentExtracted> events = events(brokers);
            assertThat(ids(events)).isEqualTo(expected);
            assertThat(events).allMatch(e -> e.sequence() == 1 && e.previous().isEmpty());
            System.out.println(events.size() - DOCUMENTS + " events came twice");
        } finally {
            service.destroyForcibly();
            kafka.destroy();
        }
    }

    private Process start(String brokers, Path folder) throws IOException {
        return IngestProcess.start(
                brokers,
                data,
                "--beleidsradar.ingest.folders=" + folder,
                "--beleidsradar.ingest.stable-for=500ms");
    }

    private static List<DocumentExtracted> events(String brokers) {
        return RunningIngest.events(brokers).stream()
                .map(r -> EventJson.read(r.value(), DocumentExtracted.class))
                .toList();
    }

    private static Set<String> ids(List<DocumentExtracted> events) {
        return events.stream()
                .map(DocumentExtracted::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String document(int number) {
        String sentence =
                Stream.of("overwegende dat", "dit stuk nummer", "" + number, "er is")
                        .collect(Collectors.joining(" "));
        return "<officiele-publicatie><kamerstuk><al>"
                + (sentence + "; ").repeat(40)
                + "</al></kamerstuk></officiele-publicatie>";
    }
}
