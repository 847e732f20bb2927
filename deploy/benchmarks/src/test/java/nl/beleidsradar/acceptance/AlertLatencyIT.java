package nl.beleidsradar.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from the upload of a document until a subscriber's server has the webhook, and
 * where that time goes, while 20 documents a second arrive. Runs with {@code -Pbenchmarks}; a
 * target that is not met is printed.
 */
class AlertLatencyIT {

    private static final int OFFSET = 14000;

    /**
     * Three minutes, after which all services run compiled: one that has run all night is what is
     * measured.
     */
    private static final int WARM = Integer.getInteger("beleidsradar.latency.warm", 3600);

    private static final int MEASURED = Integer.getInteger("beleidsradar.latency.documents", 1200);
    private static final int SUBSCRIPTIONS = 200;
    private static final Duration EACH = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String WORD = "latentiemeting";
    private static final int CHARACTERS = 20_000;

    @TempDir Path folder;

    @Test
    void everyUploadIsToldAndItsTimeIsPrinted() throws Exception {
        try (var receiver = new WebhookReceiver(0);
                LocalStack stack =
                        LocalStack.start(
                                Map.of("BELEIDSRADAR_JAVA_OPTIONS", ""),
                                folder.resolve("data"),
                                OFFSET,
                                "--no-seeds");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new AlertLoad(0, SUBSCRIPTIONS, receiver.address())
                    .bodies()
                    .forEach(stack.api::subscribe);
            stack.api.subscribe(
                    """
                    {"name":"meting","follow":{"query":"%s"},
                     "channel":{"kind":"webhook","to":"%s"},"frequency":"immediate"}\
                    """
                            .formatted(WORD, receiver.address().resolve("/meting")));
            Map<String, Instant> uploaded = new ConcurrentHashMap<>();
            Queue<String> refused = new ConcurrentLinkedQueue<>();
            Instant start = Instant.now();
            for (int i = 0; i < WARM + MEASURED; i++) {
                int n = i;
                sleepUntil(start.plus(EACH.multipliedBy(n)));
                threads.submit(() -> upload(stack.api, n, uploaded, refused));
            }
            try (var log = new AlertLog("127.0.0.1:" + (9092 + OFFSET), "/meting")) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            log.read();
                            assertThat(refused).isEmpty();
                            assertThat(log.alerts()).hasSize(WARM + MEASURED);
                            assertThat(receiver.received().keySet())
                                    .containsAll(log.alerts().values());
                        });
                print(uploaded, log, receiver.received());
            }
            assertThat(uploaded).hasSize(WARM + MEASURED);
        }
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    private static void upload(
            Api api, int n, Map<String, Instant> uploaded, Queue<String> refused) {
        String id = "meting-" + n;
        uploaded.put("upload:" + id, n < WARM ? Instant.EPOCH : Instant.now());
        try {
            int status = api.upload(id, "Meting " + n, text(n)).statusCode();
            if (status != 202) {
                refused.add(id + ": " + status);
            }
        } catch (RuntimeException e) {
            refused.add(id + ": " + e);
        }
    }

    private static String text(int n) {
        var text = new StringBuilder("Dit is de " + WORD + " met nummer " + n + ".\n\n");
        for (int s = 0; text.length() < CHARACTERS; s++) {
            // One document in ten is of what some dozens of others follow as well.
            String about = s == 0 && n % 10 == 0 ? "woningbouw en netcongestie" : "de voortgang";
            text.append("Over ")
                    .append(about)
                    .append(" is in vergadering ")
                    .append(n)
                    .append(" onder punt ")
                    .append(s)
                    .append(" opnieuw overlegd met alle betrokken partijen.\n\n");
        }
        return text.toString();
    }

    private static void print(
            Map<String, Instant> uploaded, AlertLog log, Map<String, Instant> received) {
        Map<String, BiFunction<String, Instant, Duration>> parts = new LinkedHashMap<>();
        parts.put(
                "upload to extracted",
                (id, at) -> Duration.between(at, log.at(AlertLog.EXTRACTED, id)));
        parts.put("extracted to enriched", between(log, AlertLog.EXTRACTED, AlertLog.ENRICHED));
        parts.put("enriched to matched", between(log, AlertLog.ENRICHED, AlertLog.CANDIDATES));
        parts.put("matched to raised", between(log, AlertLog.CANDIDATES, AlertLog.RAISED));
        parts.put(
                "raised to received",
                (id, at) ->
                        Duration.between(log.at(AlertLog.RAISED, id), received(log, received, id)));
        parts.put(
                "upload to received",
                (id, at) -> Duration.between(at, received(log, received, id)));
        System.out.printf(
                "%nAlert latency, %d documents of %d characters at 20 a second, %d subscriptions, ms%n",
                MEASURED, CHARACTERS, SUBSCRIPTIONS + 1);
        System.out.printf("%-28s %8s %8s %8s%n", "part", "p50", "p95", "p99");
        parts.forEach((part, took) -> {
            long[] sorted =
                    uploaded.entrySet().stream()
                            .filter(e -> !e.getValue().equals(Instant.EPOCH))
                            .mapToLong(e -> took.apply(e.getKey(), e.getValue()).toMillis())
                            .sorted()
                            .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %8d %8d %8d%n",
                    part,
                    at(sorted, 0.50),
                    at(sorted, 0.95),
                    at(sorted, 0.99));
            if (part.equals("upload to received")) {
                System.out.printf(
                        "p95 <= 1000: %s, p99 <= 2000: %s%n",
                        at(sorted, 0.95) <= 1000 ? "met" : "NOT MET",
                        at(sorted, 0.99) <= 2000 ? "met" : "NOT MET");
            }
        });
    }

    private static BiFunction<String, Instant, Duration> between(
            AlertLog log, String from, String to) {
        return (id, at) -> Duration.between(log.at(from, id), log.at(to, id));
    }

    private static Instant received(AlertLog log, Map<String, Instant> received, String id) {
        return received.get(log.alerts().get(id));
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
