package nl.beleidsradar.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.beleidsradar.contract.alert.AlertDelivered;
import nl.beleidsradar.contract.alert.AlertDelivered.State;
import nl.beleidsradar.search.deliver.Delivery;
import nl.beleidsradar.search.deliver.Delivery.Outcome;
import nl.beleidsradar.service.DeadLetters;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivenUpStreamTest {

    private static final Delivery.Texts UNREADABLE =
            (_, _) -> {
                throw new KafkaException("not read in time");
            };

    private final DeadLetters letters = new DeadLetters(Map.of(), new SimpleMeterRegistry());

    @AfterEach
    void close() {
        letters.close();
    }

    @Test
    void whatWasDeliveredIsWrittenThoughTheLogCannotBeRead() {
        var givenUp = new GivenUpStream(letters, (_, _) -> OptionalLong.of(7), UNREADABLE);
        Outcome delivered = outcome("a", State.DELIVERED);

        List<Outcome> written = givenUp.setAside(List.of(delivered, outcome("b", State.FAILED)));

        assertThat(written).containsExactly(delivered);
        assertThat(givenUp.isDone()).as("b waits").isFalse();
    }

    @Test
    void whatFailedWaitsNoLongerWhereItsPartitionIsLost() {
        var givenUp = new GivenUpStream(letters, (_, _) -> OptionalLong.of(7), UNREADABLE);
        assertThat(givenUp.setAside(List.of(outcome("b", State.FAILED)))).isEmpty();

        givenUp.lost(2);
        assertThat(givenUp.isDone()).isFalse();
        givenUp.lost(1);

        assertThat(givenUp.isDone()).isTrue();
        assertThat(givenUp.setAside(List.of())).isEmpty();
    }

    @Test
    void whatAnotherInstanceDeliversIsNotWrittenAsFailedHere() {
        var givenUp = new GivenUpStream(letters, (_, _) -> OptionalLong.empty(), UNREADABLE);
        Outcome question = outcome("confirm-c", State.FAILED);

        List<Outcome> written = givenUp.setAside(List.of(outcome("b", State.FAILED), question));

        assertThat(written).containsExactly(question);
        assertThat(givenUp.isDone()).isTrue();
    }

    private static Outcome outcome(String id, State state) {
        return new Outcome(
                1,
                new AlertDelivered(
                        id, "local/mail/a@example.org", state, null, 1, null, null, Instant.EPOCH));
    }
}
