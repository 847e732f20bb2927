package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * The whole service follows a source that goes wrong in every way, and is stopped and started
 * meanwhile. Short in the build; with {@code -Dsoak=30} so many minutes.
 */
class FeedReplayIT {

    private static final long SEED = Long.getLong("seed", 20260301L);
    private static final int SOAK = Integer.getInteger("soak", 0);

    private static EmbeddedKafkaKraftBroker kafka;
    private static String brokers;

    @TempDir static Path data;

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = OneBroker.start();
        brokers = kafka.getBrokersAsString();
        RunningIngest.createTopics(brokers);
    }

    @AfterAll
    static void stopBroker() {
        kafka.destroy();
    }

    @Test
    void nothingIsMissingNothingIsTwiceAndTheCountsAddUpWhateverGoesWrong() throws Exception {
        try (ChangingKamer kamer = new ChangingKamer(SEED)) {
            int starts = 0;
            Instant end = Instant.now().plus(Duration.ofMinutes(SOAK));
            do {
                starts++;
                try (RunningIngest ingest = start(kamer)) {
                    for (int i = 0; i < 4; i++) {
                        kamer.publish();
                        Thread.sleep(SOAK > 0 ? 5_000 : 700);
                    }
                }
            } while (starts < 2 || Instant.now().isBefore(end));
            kamer.kamer.server.heal();
            try (RunningIngest ingest = start(kamer)) {
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> kamer.assertComplete(ingest, brokers));
                assertThat(kamer.kamer.server.injected()).hasSizeGreaterThan(2);
                // Each of the eight workers can be stopped between the log and the ledger.
                assertThat(ChangingKamer.writtenAgain(RunningIngest.events(brokers)))
                        .isLessThanOrEqualTo(8 * starts);
                System.out.printf("replay: seed %d, %s, %d starts%n", SEED, kamer, starts);
            }
        }
    }

    private static RunningIngest start(ChangingKamer kamer) {
        return new RunningIngest(brokers, data, kamer.settings());
    }
}
