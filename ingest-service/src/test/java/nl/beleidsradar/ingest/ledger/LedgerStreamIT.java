package nl.beleidsradar.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidsradar.ingest.OneBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class LedgerStreamIT {

    @Test
    void whoIsToldToStopWhileWritingLearnsWhatBecameOfItAndThenStops() throws Exception {
        EmbeddedKafkaKraftBroker kafka = OneBroker.start();
        Map<String, Object> connection = Map.of("bootstrap.servers", kafka.getBrokersAsString());
        try (Admin admin = Admin.create(connection);
                LedgerStream log = new LedgerStream(connection)) {
            admin.createTopics(List.of(new NewTopic("sources.cursors", 1, (short) 1))).all().get();
            log.append("before", bytes("1"));
            Thread.currentThread().interrupt();
            log.append("stopped", bytes("2"));
            assertThat(Thread.interrupted()).isTrue();
            Map<String, String> kept = new HashMap<>();
            log.replay((key, value) -> kept.put(key, new String(value, StandardCharsets.UTF_8)));
            assertThat(kept)
                    .containsExactlyInAnyOrderEntriesOf(Map.of("before", "1", "stopped", "2"));
        } finally {
            kafka.destroy();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
