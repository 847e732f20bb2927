package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The service is killed while it follows a source, each time after a number of requests that the
 * seed tells: amid a page, a file, a removal. Three times in the build; with {@code -Dkills=30} so
 * many.
 */
class FeedKillIT {

    private static final long SEED = Long.getLong("seed", 20260301L);
    private static final int KILLS = Integer.getInteger("kills", 3);

    @TempDir Path data;

    @Test
    void aServiceKilledWhileItPollsMissesNothingAndRepeatsOnlyWhatItWasAt() throws Exception {
        Random random = new Random(SEED);
        EmbeddedKafkaKraftBroker kafka = OneBroker.start();
        String brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
        try (ChangingKamer kamer = new ChangingKamer(SEED)) {
            for (int kill = 0; kill < KILLS; kill++) {
                kamer.publish();
                kamer.publish();
                runUntilKilled(kamer, brokers, 2 + random.nextInt(40));
            }
            kamer.kamer.server.heal();
            try (RunningIngest ingest = new RunningIngest(brokers, data, kamer.settings())) {
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> kamer.assertComplete(ingest, brokers));
            }
            int twice = ChangingKamer.writtenAgain(RunningIngest.events(brokers));
            System.out.printf(
                    "kills while polling: seed %d, %d kills, %s, %d events came twice%n",
                    SEED, KILLS, kamer, twice);
            // At most what the workers had in hand.
            assertThat(twice).isLessThanOrEqualTo(8 * KILLS);
        } finally {
            kafka.destroy();
        }
    }

    private void runUntilKilled(ChangingKamer kamer, String brokers, int requests)
            throws Exception {
        int before = kamer.kamer.server.count("");
        Process service = IngestProcess.start(brokers, data, kamer.settings());
        try {
            await().atMost(Duration.ofSeconds(240))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            kamer.kamer.server.count("") >= before + requests
                                    || !service.isAlive());
            assertThat(service.isAlive()).isTrue();
        } finally {
            service.destroyForcibly().waitFor();
        }
    }
}
