package nl.beleidsradar.search.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.alert.AlertRaised;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.service.DeadLetter;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The ledger as a Kafka Streams topology: candidates are judged one by one by what the store of
 * their partition remembers, which is all of their recipient's. What cannot be read is set aside
 * and does not stop the rest.
 */
public final class LedgerTopology {

    public static final String DEAD_LETTERS = "alerts.candidates.ledger.dlq";

    /** Most bytes of an alert; the topic takes 8 MiB. */
    private static final int MOST_BYTES = 7 * 1024 * 1024;

    private static final String CANDIDATES = "candidates";
    private static final String LEDGER = "ledger";
    private static final String RAISED = "raised";
    private static final String DEAD = "dead";

    /** Store of what each recipient knows. */
    public static final String TOLD = "told";

    private static final String FLOODS = "floods";
    private static final String TRACE = "traceparent";

    private LedgerTopology() {}

    public static Topology of(LedgerSettings settings, LedgerReport report) {
        var ledger = new MentionLedger(settings);
        var bytes = new ByteArraySerializer();
        Serializer<Alert> alerts = (topic, alert) -> alert.json();
        return new Topology()
                .addSource(
                        CANDIDATES,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Events.CANDIDATES_TOPIC)
                .addProcessor(LEDGER, () -> new Judge(ledger, report), CANDIDATES)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TOLD),
                                Serdes.String(),
                                Serdes.String()),
                        LEDGER)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(FLOODS),
                                Serdes.String(),
                                Serdes.String()),
                        LEDGER)
                .addSink(
                        RAISED,
                        Events.RAISED_TOPIC,
                        bytes,
                        alerts,
                        (topic, key, alert, partitions) ->
                                Optional.of(Set.of(partition(alert.recipient(), partitions))),
                        LEDGER)
                .addSink(DEAD, DEAD_LETTERS, bytes, bytes, LEDGER);
    }

    /**
     * Under what {@link #TOLD} has a mention, where the recipient was told of it or need not be.
     */
    public static String toldKey(String recipient, Subject subject, String fingerprint) {
        return LedgerKey.mention(recipient, subject, fingerprint).text();
    }

    /** Where a record keyed by recipient is; alerts keep to it under their own keys. */
    public static int partition(String recipient, int partitions) {
        return Utils.toPositive(Utils.murmur2(recipient.getBytes(UTF_8))) % partitions;
    }

    /**
     * One share of memory for all partitions' stores together; left alone, each takes a hundred
     * megabytes.
     */
    public static final class Rocks implements RocksDBConfigSetter {

        private static final long CACHE = 48L * 1024 * 1024;
        private static final long BUFFERS = 16L * 1024 * 1024;

        static {
            RocksDB.loadLibrary();
        }

        private static final Cache SHARED = new LRUCache(CACHE);
        private static final WriteBufferManager WRITES = new WriteBufferManager(BUFFERS, SHARED);

        @Override
        public void setConfig(String store, Options options, Map<String, Object> settings) {
            var table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(SHARED);
            table.setCacheIndexAndFilterBlocks(true);
            table.setFilterPolicy(new BloomFilter());
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(WRITES);
        }

        @Override
        public void close(String store, Options options) {
            // What is shared stays until the process ends.
        }
    }

    /** An alert as it is written, with what its partition depends on. */
    private record Alert(String recipient, byte[] json) {}

    private static final class Judge implements Processor<byte[], byte[], byte[], Object>, Memory {

        private final MentionLedger ledger;
        private final LedgerReport report;

        @SuppressWarnings("NullAway.Init")
        private ProcessorContext<byte[], Object> context;

        @SuppressWarnings("NullAway.Init")
        private KeyValueStore<String, String> told;

        @SuppressWarnings("NullAway.Init")
        private KeyValueStore<String, String> floods;

        Judge(MentionLedger ledger, LedgerReport report) {
            this.ledger = ledger;
            this.report = report;
        }

        @Override
        public void init(ProcessorContext<byte[], Object> of) {
            context = of;
            told = of.getStateStore(TOLD);
            floods = of.getStateStore(FLOODS);
        }

        @Override
        public void process(Record<byte[], byte[]> taken) {
            AlertCandidate candidate;
            try {
                candidate = Candidates.read(taken.key(), taken.value());
            } catch (IllegalArgumentException e) {
                setAside(taken, e);
                return;
            }
            long started = System.nanoTime();
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            Judgement judgement = ledger.judge(candidate, this, now);
            judgement.learned().forEach((key, value) -> told.put(key.text(), value.toString()));
            var outcome =
                    switch (judgement) {
                        case Judgement.Known _ -> LedgerReport.Outcome.KNOWN;
                        case Judgement.Noted _ -> LedgerReport.Outcome.NOTED;
                        case Judgement.Raised raised -> raise(raised, taken.headers());
                    };
            report.judged(candidate, outcome, Duration.ofNanos(System.nanoTime() - started));
        }

        private LedgerReport.Outcome raise(Judgement.Raised raised, Headers of) {
            AlertRaised alert = raised.alert();
            if (raised.window() != null) {
                floods.put(alert.recipient(), raised.window().toString());
            }
            byte[] json = fitting(alert);
            Headers headers =
                    EventMessages.record(
                                    Events.RAISED_TOPIC,
                                    Events.RAISED_TYPE,
                                    "search-service",
                                    alert.id(),
                                    json)
                            .headers();
            @Nullable Header trace = of.lastHeader(TRACE);
            if (trace != null) {
                headers.add(trace);
            }
            context.forward(
                    new Record<>(
                            alert.id().getBytes(UTF_8),
                            new Alert(alert.recipient(), json),
                            alert.raised().toEpochMilli(),
                            headers),
                    RAISED);
            return alert.sent() ? LedgerReport.Outcome.RAISED : LedgerReport.Outcome.SILENT;
        }

        private void setAside(Record<byte[], byte[]> taken, IllegalArgumentException why) {
            String reason = String.valueOf(why.getMessage());
            String key = taken.key() == null ? "" : new String(taken.key(), UTF_8);
            var place = context.recordMetadata();
            int partition = place.map(RecordMetadata::partition).orElse(0);
            DeadLetter letter =
                    DeadLetter.of(
                            Events.CANDIDATES_TOPIC,
                            partition,
                            taken.key(),
                            taken.value() == null,
                            taken.headers(),
                            "unreadable",
                            reason);
            // A recipient may have several, and the topic keeps one of a key.
            String own = key + "/" + partition + "/" + place.map(RecordMetadata::offset).orElse(0L);
            context.forward(
                    new Record<>(
                            own.getBytes(UTF_8),
                            taken.value() == null ? new byte[0] : taken.value(),
                            context.currentSystemTimeMs(),
                            letter.on(taken.headers())),
                    DEAD);
            report.unreadable(key, reason);
        }

        @Override
        public @Nullable Told told(LedgerKey key) {
            @Nullable String written = told.get(key.text());
            return written == null ? null : Told.parse(written);
        }

        @Override
        public @Nullable FloodWindow window(String recipient) {
            @Nullable String written = floods.get(recipient);
            return written == null ? null : FloodWindow.parse(written);
        }

        /** What the topic would not take is told by number. */
        private static byte[] fitting(AlertRaised alert) {
            byte[] json = EventJson.write(alert);
            AlertRaised shorter = alert;
            while (json.length > MOST_BYTES && !shorter.mentions().isEmpty()) {
                shorter = shorter.showing(shorter.mentions().size() / 2);
                json = EventJson.write(shorter);
            }
            return json;
        }
    }
}
