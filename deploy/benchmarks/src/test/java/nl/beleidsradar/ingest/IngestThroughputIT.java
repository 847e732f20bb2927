package nl.beleidsradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.beleidsradar.local.testing.KafkaServer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents a second from upload to acknowledged event, beside the extraction library by itself on
 * the same files with as many processes, before and after it. Runs with {@code -Pbenchmarks}; a
 * target that is not met is printed.
 */
class IngestThroughputIT {

    private static final int DOCUMENTS = Integer.getInteger("beleidsradar.ingest.documents", 1_000);
    private static final int WARM = Math.max(20, DOCUMENTS / 10);

    /**
     * Half of the processors: the library by itself leaves the others idle, as a service cannot.
     */
    private static final int PROCESSES =
            Integer.getInteger(
                    "beleidsradar.ingest.processes",
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int AT_ONCE = 8;
    private static final double TARGET = 0.85;

    @TempDir Path folder;
    private long bytes;

    @Test
    void theIngestPathIsMeasuredBesideTheBareLibrary() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        MixedDocuments mix = new MixedDocuments();
        for (int n = 0; n < WARM + DOCUMENTS; n++) {
            byte[] content = mix.bytes(n);
            Files.write(files.resolve(name(n)), content);
            bytes += n < WARM ? 0 : content.length;
        }
        System.out.printf(
                Locale.ROOT,
                "%nIngest, %d documents of %.1f MB in all, %s, %d processes, %d at once%n",
                DOCUMENTS,
                bytes / 1e6,
                mix.isReal() ? "labelled PDFs" : "made PDFs",
                PROCESSES,
                AT_ONCE);
        double before = bare(files);
        double path = service(files);
        double after = bare(files);
        double ratio = path / ((before + after) / 2);
        System.out.printf(
                Locale.ROOT,
                "ratio %.2f, target %.2f: %s%n",
                ratio,
                TARGET,
                ratio >= TARGET ? "met" : "NOT MET");
    }

    private double bare(Path files) throws Exception {
        long[] took = new long[DOCUMENTS];
        long whole;
        try (BareTika tika = new BareTika(PROCESSES, files, folder)) {
            each(0, WARM, n -> assertThat(tika.reads(name(n))).isTrue());
            long start = System.nanoTime();
            each(
                    WARM,
                    DOCUMENTS,
                    n -> {
                        long begun = System.nanoTime();
                        assertThat(tika.reads(name(n))).isTrue();
                        took[n - WARM] = System.nanoTime() - begun;
                    });
            whole = System.nanoTime() - start;
        }
        return print("bare library", whole, took);
    }

    private double service(Path files) throws Exception {
        try (KafkaServer kafka = KafkaServer.start();
                IngestService service =
                        new IngestService(kafka.bootstrapServers(), folder, freePort(), PROCESSES);
                Events events = new Events(kafka.bootstrapServers())) {
            await().atMost(Duration.ofMinutes(3)).until(service::isReady);
            long[] took = new long[DOCUMENTS];
            each(0, WARM, n -> through(service, events, files, n));
            AtomicInteger done = new AtomicInteger();
            Duration processor = service.processorTime();
            Duration extraction = service.extractionTime();
            long start = System.nanoTime();
            each(
                    WARM,
                    DOCUMENTS,
                    n -> {
                        long begun = System.nanoTime();
                        through(service, events, files, n);
                        took[n - WARM] = System.nanoTime() - begun;
                        if (done.incrementAndGet() % Math.max(1, DOCUMENTS / 5) == 0) {
                            System.out.printf(
                                    "  after %d: %d MB resident, %d MB live heap%n",
                                    done.get(),
                                    service.residentMegabytes(),
                                    service.liveMegabytes());
                        }
                    });
            long whole = System.nanoTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "  processor time a document: service %.1f ms, extraction %.1f ms%n",
                    aDocument(service.processorTime().minus(processor)),
                    aDocument(service.extractionTime().minus(extraction)));
            return print("ingest path", whole, took);
        }
    }

    private static void through(IngestService service, Events events, Path files, int n)
            throws Exception {
        CountDownLatch there = events.expect("upload:stuk-" + n);
        assertThat(service.upload("stuk-" + n, files.resolve(name(n)))).isTrue();
        assertThat(there.await(LONGEST.toSeconds(), TimeUnit.SECONDS)).as(name(n)).isTrue();
    }

    private static double aDocument(Duration all) {
        return all.toNanos() / 1e6 / DOCUMENTS;
    }

    private double print(String what, long whole, long[] took) {
        long[] sorted = Arrays.stream(took).sorted().toArray();
        double seconds = whole / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-14s %7.1f documents/s %7.2f MB/s, a document p50 %d p95 %d p99 %d ms%n",
                what,
                DOCUMENTS / seconds,
                bytes / 1e6 / seconds,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99));
        return DOCUMENTS / seconds;
    }

    private static long at(long[] sorted, double share) {
        int place = (int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
        return Duration.ofNanos(sorted[place]).toMillis();
    }

    private interface Work {
        void on(int n) throws Exception;
    }

    private static void each(int from, int count, Work work) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(t ->
                                    threads.submit(() -> {
                                        for (int n = next.getAndIncrement();
                                                n < from + count;
                                                n = next.getAndIncrement()) {
                                            work.on(n);
                                        }
                                        return null;
                                    }))
                            .toList();
            for (var thread : running) {
                thread.get();
            }
        }
    }

    private static String name(int n) {
        return "stuk-" + n;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Who waits for the event of a document is told when it is on the log. */
    private static final class Events implements AutoCloseable {

        private final Map<String, CountDownLatch> expected = new ConcurrentHashMap<>();
        private final Thread reader;
        private volatile boolean open = true;

        Events(String brokers) {
            reader = Thread.ofPlatform().start(() -> read(brokers));
        }

        CountDownLatch expect(String id) {
            return expected.computeIfAbsent(id, i -> new CountDownLatch(1));
        }

        private void read(String brokers) {
            try (var consumer =
                    new KafkaConsumer<>(
                            Map.<String, Object>of(
                                    "bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                            new StringDeserializer(),
                            new ByteArrayDeserializer())) {
                List<TopicPartition> partitions =
                        consumer.partitionsFor("documents.extracted").stream()
                                .map(p -> new TopicPartition(p.topic(), p.partition()))
                                .toList();
                consumer.assign(partitions);
                while (open) {
                    consumer.poll(Duration.ofMillis(50))
                            .forEach(record -> expect(record.key()).countDown());
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            open = false;
            reader.join();
        }
    }
}
