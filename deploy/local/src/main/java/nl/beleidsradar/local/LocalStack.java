package nl.beleidsradar.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The six processes in the order they need each other: servers, topics, services. */
final class LocalStack {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    /** Two rounds, services before servers, stay below the promised 30 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

    private final Ports ports;
    private final LocalKafka kafka;
    private final LocalElasticsearch elasticsearch;
    private final LocalMail mail;
    private final LocalService ingest;
    private final LocalService enrich;
    private final LocalService search;
    private final Consumer<String> say;
    private final List<Watch> servers = new ArrayList<>();
    private final List<Watch> services = new ArrayList<>();
    private boolean stopped;

    LocalStack(Built built, DataFolder data, Options options, Consumer<String> say)
            throws IOException {
        this.say = say;
        ports = new Ports(options.portOffset());
        kafka =
                LocalKafka.of(
                        built,
                        data.kafka(),
                        data.log("kafka"),
                        ports.kafka(),
                        ports.kafkaController());
        elasticsearch =
                LocalElasticsearch.of(
                        built,
                        data.elasticsearch(),
                        data.log("elasticsearch"),
                        ports.elasticsearch(),
                        ports.elasticsearchTransport());
        mail = LocalMail.of(built, data.mail(), data.log("mail"), ports.smtp(), ports.mailPage());
        ingest = service("ingest", ports.ingest(), built, data, options);
        enrich = service("enrich", ports.enrich(), built, data, options);
        search = service("search", ports.search(), built, data, options);
    }

    private LocalService service(
            String name, int port, Built built, DataFolder data, Options options)
            throws IOException {
        return new LocalService(
                name + "-service",
                built.service(name),
                port,
                environment(port, built, data, options),
                data.path(),
                data.log(name + "-service"));
    }

    private Map<String, String> environment(
            int port, Built built, DataFolder data, Options options) {
        List<String> folders = new ArrayList<>();
        if (options.seeds()) {
            folders.add(built.seeds().toString());
        }
        Path documents = options.documents();
        if (documents != null) {
            folders.add(documents.toString());
        }
        Map<String, String> all = new HashMap<>();
        all.put("BELEIDSRADAR_PORT", Integer.toString(port));
        all.put("BELEIDSRADAR_ADDRESS", "127.0.0.1");
        all.put("BELEIDSRADAR_KAFKA", kafka.bootstrapServers());
        all.put("BELEIDSRADAR_ELASTICSEARCH", elasticsearch.url());
        all.put("BELEIDSRADAR_STORE", data.store().toString());
        all.put("BELEIDSRADAR_WORK", data.work().toString());
        all.put("BELEIDSRADAR_FOLDERS", String.join(",", folders));
        all.put("BELEIDSRADAR_INGEST_URL", "http://127.0.0.1:" + ports.ingest());
        all.put("BELEIDSRADAR_ENRICH_URL", "http://127.0.0.1:" + ports.enrich());
        all.put("BELEIDSRADAR_SEARCH_URL", "http://127.0.0.1:" + ports.search());
        all.put("BELEIDSRADAR_PUBLIC_URL", "http://127.0.0.1:" + ports.search());
        // A real mail server may be named instead; ours is then only not used.
        all.put(
                "BELEIDSRADAR_SMTP",
                System.getenv().getOrDefault("BELEIDSRADAR_SMTP", mail.smtp()));
        all.put("BELEIDSRADAR_LIVE", Boolean.toString(options.live()));
        return all;
    }

    /** Returns when every part answers; each starts as soon as what it needs is there. */
    void start() throws StartFailure, InterruptedException {
        CountDownLatch topics = new CountDownLatch(1);
        CountDownLatch index = new CountDownLatch(1);
        together(
                List.of(
                        () -> {
                            startKafka();
                            topics.countDown();
                        },
                        () -> {
                            start(elasticsearch, servers);
                            index.countDown();
                        },
                        // Nobody waits for it: what is to be mailed waits by itself.
                        () -> start(mail, servers),
                        () -> {
                            topics.await();
                            start(ingest, services);
                        },
                        () -> {
                            topics.await();
                            start(enrich, services);
                        },
                        () -> {
                            topics.await();
                            index.await();
                            start(search, services);
                        }));
    }

    private void startKafka() throws StartFailure, InterruptedException {
        start(kafka, servers);
        try {
            Topics.ensure(kafka.bootstrapServers());
        } catch (IllegalStateException e) {
            throw new StartFailure("kafka: " + e.getMessage());
        }
        say.accept("kafka: topics are there");
    }

    private void start(Part part, List<Watch> watched) throws StartFailure, InterruptedException {
        Instant start = Instant.now();
        Watch watch;
        synchronized (this) {
            if (stopped) {
                return;
            }
            watch = Watch.start(part, say);
            watched.add(watch);
        }
        String failure = watch.awaitReady(READY_LIMIT);
        if (failure != null) {
            throw new StartFailure(failure);
        }
        say.accept(
                "%s: ready on port %d after %d s"
                        .formatted(
                                part.name(),
                                part.ports().getFirst(),
                                Duration.between(start, Instant.now()).toSeconds()));
    }

    private interface Step {
        void run() throws StartFailure, InterruptedException;
    }

    /** Runs the steps side by side; the first failure ends the wait. */
    private static void together(List<Step> steps) throws StartFailure, InterruptedException {
        CompletableFuture<@Nullable Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    step.run();
                                } catch (StartFailure | InterruptedException e) {
                                    failed.completeExceptionally(e);
                                }
                            },
                            task -> Thread.ofPlatform().daemon().start(task)));
        }
        try {
            CompletableFuture.anyOf(
                            failed, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                    .join();
            if (failed.isCompletedExceptionally()) {
                failed.join();
            }
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case StartFailure failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw e;
            }
        }
    }

    /** Stops what was started, services first; also in the middle of a start. */
    void stop() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
        }
        for (List<Watch> round : List.of(services, servers)) {
            round.forEach(Watch::askToStop);
            Instant end = Instant.now().plus(STOP_LIMIT);
            for (Watch watch : round) {
                Duration left = Duration.between(Instant.now(), end);
                watch.awaitStop(left.isNegative() ? Duration.ZERO : left);
            }
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }

    String searchUrl() {
        return "http://127.0.0.1:" + ports.search();
    }

    String ingestUrl() {
        return "http://127.0.0.1:" + ports.ingest();
    }
}
