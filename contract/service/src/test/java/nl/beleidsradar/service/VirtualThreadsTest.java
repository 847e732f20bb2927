package nl.beleidsradar.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {

    private static final CountDownLatch GO = new CountDownLatch(1);

    /** Initialising it waits for a virtual thread that has not begun. */
    private static final class Slow {
        static final String VALUE = awaited();

        private static String awaited() {
            try {
                assertThat(GO.await(20, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "ready";
        }
    }

    @Test
    void threadsThatWaitForAClassLeaveRoomForTheOneTheyWaitFor() throws InterruptedException {
        VirtualThreads.prepare();
        List<String> seen = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            waiting.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                String value = Slow.VALUE;
                                synchronized (seen) {
                                    seen.add(value);
                                }
                            }));
        }
        Thread.sleep(500);
        Thread.ofVirtual().start(GO::countDown);
        for (Thread thread : waiting) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(seen).hasSize(waiting.size()).containsOnly("ready");
    }
}
