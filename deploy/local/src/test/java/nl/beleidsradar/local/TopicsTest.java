package nl.beleidsradar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void whatIsTriedAgainOutlastsAnOutageAndCanBeTakenDown() {
        List<NewTopic> retries =
                Topics.ALL.stream().filter(t -> t.name().endsWith(".retry")).toList();

        assertThat(retries)
                .hasSize(3)
                .allSatisfy(topic -> {
                    assertThat(time(topic, "retention.ms")).isGreaterThan(Duration.ofDays(7));
                    assertThat(topic.configs().get("cleanup.policy")).isEqualTo("compact,delete");
                    assertThat(time(topic, "max.compaction.lag.ms")).isLessThan(Duration.ofDays(1));
                });
    }

    private static Duration time(NewTopic topic, String setting) {
        return Duration.ofMillis(Long.parseLong(topic.configs().get(setting)));
    }
}
