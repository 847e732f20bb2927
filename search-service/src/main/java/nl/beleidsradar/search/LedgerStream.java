package nl.beleidsradar.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.ledger.LedgerReport;
import nl.beleidsradar.search.ledger.LedgerSettings;
import nl.beleidsradar.search.ledger.LedgerTopology;
import nl.beleidsradar.search.proof.ToldMentions;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.StepMetrics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Runs the mention ledger: an application of Kafka Streams beside the stream, as each candidate is
 * judged exactly once. It begins when a broker is there, and begins again whatever stops it.
 */
@Component("ledger")
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerStream implements SmartLifecycle, HealthIndicator, LedgerReport, ToldMentions {

    static final String APPLICATION = "mention-ledger";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStream.class);
    private static final String STEP = "ledger";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(10);
    private static final int MIB = 1024 * 1024;

    private final LedgerSettings settings;
    private final Map<String, Object> connection;
    private final StepMetrics steps;
    private final MeterRegistry meters;

    private volatile boolean running;
    private volatile @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;
    private @Nullable Thread keeper;

    @Autowired
    LedgerStream(
            LedgerSettings settings,
            Environment environment,
            StepMetrics steps,
            MeterRegistry meters) {
        this(settings, KafkaConnection.of(environment), steps, meters);
    }

    LedgerStream(
            LedgerSettings settings,
            Map<String, Object> connection,
            StepMetrics steps,
            MeterRegistry meters) {
        this.settings = settings;
        this.connection = connection;
        this.steps = steps;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        running = true;
        keeper = Thread.ofPlatform().name("ledger-keeper").daemon().start(this::keep);
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread waiting = keeper;
        if (waiting != null) {
            waiting.interrupt();
            try {
                waiting.join(CLOSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Kafka Streams sees to its own threads; what it cannot mend is begun anew here. */
    private void keep() {
        while (running) {
            KafkaStreams now = streams;
            if (now == null || now.state().hasCompletedShutdown()) {
                end();
                begin();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void begin() {
        try {
            var begun = new KafkaStreams(LedgerTopology.of(settings, this), properties());
            streams = begun;
            begun.setUncaughtExceptionHandler(this::replaceThread);
            var bound = new KafkaStreamsMetrics(begun);
            bound.bindTo(meters);
            metrics = bound;
            begun.start();
        } catch (RuntimeException e) {
            // Such as a broker whose name is not known yet, or a predecessor that still ends.
            LOG.warn("the mention ledger does not start yet: {}", e.toString());
            end();
        }
    }

    private StreamThreadExceptionResponse replaceThread(Throwable thrown) {
        LOG.warn("the mention ledger begins a thread anew", thrown);
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void end() {
        KafkaStreams ending = streams;
        streams = null;
        if (ending != null) {
            ending.close(CLOSE);
        }
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
    }

    private Properties properties() {
        var all = new Properties();
        all.putAll(connection);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        all.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateFolder().resolve(settings.instance()).toString());
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        all.put(
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                LedgerTopology.Rocks.class.getName());
        // Without an address Streams does not know which partition a key is in; nobody calls it.
        all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, "127.0.0.1:1");
        // Few records, as one may be 8 MiB.
        all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
        consumer(all, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        consumer(all, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 9 * MIB);
        consumer(all, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 32 * MIB);
        // A static member that comes back within the session time takes its partitions up at once.
        consumer(
                all,
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                APPLICATION + "-" + settings.instance());
        consumer(all, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer(all, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        producer(all, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        producer(all, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 16 * MIB);
        producer(all, ProducerConfig.LINGER_MS_CONFIG, 5);
        return all;
    }

    private static void consumer(Properties all, String key, Object value) {
        all.put(StreamsConfig.MAIN_CONSUMER_PREFIX + key, value);
    }

    private static void producer(Properties all, String key, Object value) {
        all.put(StreamsConfig.PRODUCER_PREFIX + key, value);
    }

    @Override
    public Health health() {
        KafkaStreams now = streams;
        return now != null && now.state().isRunningOrRebalancing()
                ? Health.up().build()
                : Health.down()
                        .withDetail("state", now == null ? "not begun" : now.state().name())
                        .build();
    }

    @Override
    public Knowledge of(String recipient, Subject subject, String fingerprint) {
        KafkaStreams now = streams;
        if (now == null) {
            return Knowledge.UNAVAILABLE;
        }
        try {
            KeyQueryMetadata place =
                    now.queryMetadataForKey(
                            LedgerTopology.TOLD,
                            recipient,
                            (topic, key, value, partitions) ->
                                    Optional.of(Set.of(LedgerTopology.partition(key, partitions))));
            if (place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return Knowledge.UNAVAILABLE;
            }
            ReadOnlyKeyValueStore<String, String> told =
                    now.store(
                            StoreQueryParameters.fromNameAndType(
                                            LedgerTopology.TOLD,
                                            QueryableStoreTypes.<String, String>keyValueStore())
                                    .withPartition(place.partition()));
            return told.get(LedgerTopology.toldKey(recipient, subject, fingerprint)) == null
                    ? Knowledge.UNKNOWN
                    : Knowledge.KNOWN;
        } catch (InvalidStateStorePartitionException e) {
            return Knowledge.ELSEWHERE;
        } catch (InvalidStateStoreException e) {
            LOG.info("the ledger cannot be asked: {}", e.getMessage());
            return Knowledge.UNAVAILABLE;
        }
    }

    @Override
    public void judged(AlertCandidate candidate, Outcome outcome, Duration took) {
        steps.done(STEP, candidate.document().source(), took);
        LOG.info(
                "judged {} version {}: {}",
                candidate.document().id(),
                candidate.version(),
                outcome.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void unreadable(String key, String why) {
        steps.failed(STEP, "unknown", "unreadable", Duration.ZERO);
        LOG.warn("a candidate is set aside: {}", why);
    }
}
