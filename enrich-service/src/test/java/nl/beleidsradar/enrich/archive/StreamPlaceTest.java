package nl.beleidsradar.enrich.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamPlaceTest {

    private final StreamPlace place = new StreamPlace();

    @Test
    void watchingWaitsForTheRecordThatWasBegunWithOlderRules() throws Exception {
        place.assigned(2, 40, 7);
        place.begun(2, "tk:a", 41);
        CompletableFuture<Long> end = watching();
        assertThat(end).isNotCompleted();

        place.ended(2, 41);

        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(42);
    }

    @Test
    void watchingDoesNotWaitForEver() throws Exception {
        place.assigned(2, 40, 7);
        place.begun(2, "tk:a", 41);
        CompletableFuture<Long> end = watching();

        place.revoked(2);

        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(40);
    }

    @Test
    void nothingIsSentOfADocumentThatTheStreamHasTakenUpSince() throws Exception {
        place.assigned(0, 10, 7);
        StreamPlace.Partition partition = partition(0);
        partition.watch(8);
        place.begun(0, "tk:new", 10);

        assertThat(send(partition, "tk:new")).isEmpty();
        place.ended(0, 10);
        assertThat(send(partition, "tk:new")).isEmpty();
        assertThat(send(partition, "tk:new", "tk:other")).containsExactly("tk:other");
    }

    @Test
    void theStreamWaitsWhileAnOlderEventIsBeingSent() throws Exception {
        place.assigned(0, 10, 7);
        StreamPlace.Partition partition = partition(0);
        partition.watch(8);
        var sending = new CountDownLatch(1);
        var acknowledged = new CountDownLatch(1);
        var retagging =
                CompletableFuture.runAsync(() ->
                        partition.sendUnbegun(
                                batch("tk:a"),
                                events -> {
                                    sending.countDown();
                                    await(acknowledged);
                                }));
        await(sending);

        var stream = CompletableFuture.runAsync(() -> place.begun(0, "tk:a", 10));

        Thread.sleep(100);
        assertThat(stream).isNotCompleted();
        acknowledged.countDown();
        retagging.get(5, TimeUnit.SECONDS);
        stream.get(5, TimeUnit.SECONDS);
    }

    @Test
    void nothingIsSentForAPartitionThatWentElsewhere() throws Exception {
        place.assigned(0, 10, 7);
        StreamPlace.Partition partition = partition(0);
        partition.watch(8);

        place.revoked(0);

        assertThat(partition.isLost()).isTrue();
        assertThat(send(partition, "tk:a")).isEmpty();
        assertThat(place.owned()).isEmpty();
    }

    @Test
    void isBehindWhileARecordIsInHandOrLiesAhead() {
        place.assigned(0, 10, 7);
        place.assigned(1, 5, 7);
        assertThat(place.isBehind(Map.of(0, 10L, 1, 5L))).isFalse();
        assertThat(place.isBehind(Map.of(0, 11L, 1, 5L))).isTrue();

        place.begun(0, "tk:a", 10);
        assertThat(place.isBehind(Map.of(0, 10L, 1, 5L))).isTrue();
        place.ended(0, 10);
        assertThat(place.isBehind(Map.of(0, 11L, 1, 5L))).isFalse();
    }

    @Test
    void whatTheStreamDidByTheseRulesSinceItHasThePartitionIsNotOlder() throws Exception {
        place.assigned(0, 10, 8);
        place.begun(0, "tk:a", 10);
        place.ended(0, 10);

        assertThat(partition(0).watch(8)).isEqualTo(10);
        assertThat(partition(0).watch(9)).isEqualTo(11);
    }

    private static List<String> send(StreamPlace.Partition partition, String... keys) {
        List<String> sent = new ArrayList<>();
        assertThat(partition.sendUnbegun(batch(keys), sent::addAll)).isEqualTo(sent.size());
        return sent;
    }

    private static Map<String, String> batch(String... keys) {
        Map<String, String> batch = new LinkedHashMap<>();
        for (String key : keys) {
            batch.put(key, key);
        }
        return batch;
    }

    private CompletableFuture<Long> watching() throws InterruptedException {
        StreamPlace.Partition partition = partition(2);
        var end =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return partition.watch(8);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        Thread.sleep(Duration.ofMillis(100));
        return end;
    }

    private StreamPlace.Partition partition(int number) {
        return Objects.requireNonNull(place.of(number));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
