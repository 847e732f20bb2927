package nl.beleidsradar.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of the stack: made here and nowhere else, so that no service makes one by accident.
 */
public final class Topics {

    private static final int MIB = 1024 * 1024;

    private static final Map<String, String> ARCHIVE =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "compact",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(8 * MIB));

    /**
     * A re-tagged event, which is silent, must not replace the new one before that has been
     * matched: for three days nothing is compacted, so that an outage of a weekend costs no alert.
     */
    private static final Map<String, String> MATCHED_ARCHIVE =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "compact",
                    TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofDays(3).toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(8 * MIB));

    /** Judged at once; kept for a while, to answer why somebody was told or was not. */
    private static final Map<String, String> CANDIDATES =
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(Duration.ofDays(30).toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(8 * MIB));

    /**
     * A dead letter is its record and a few words, and is kept until it was tried again or its
     * document failed anew: the newest of a key counts.
     */
    private static final Map<String, String> DEAD_LETTERS =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "compact",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(16 * MIB));

    /**
     * For one consumer alone, so that an older event does not come to lie behind a newer one in the
     * archive. What is here is on no list, so it stays longer than a consumer may be away: a
     * weekend, or a holiday of a fortnight. Compacted too, within a day: a takedown is one
     * tombstone here as well.
     */
    private static final Map<String, String> RETRIES =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "compact,delete",
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(Duration.ofDays(14).toMillis()),
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(Duration.ofHours(6).toMillis()),
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    Long.toString(Duration.ofHours(12).toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(16 * MIB));

    /** Name, partitions, settings. */
    static final List<NewTopic> ALL =
            List.of(
                    topic("documents.extracted", 4, ARCHIVE),
                    topic("documents.enriched", 4, MATCHED_ARCHIVE),
                    topic("sources.cursors", 1, ARCHIVE),
                    topic("themes", 1, ARCHIVE),
                    topic("themes.retagged", 1, ARCHIVE),
                    topic("subscriptions", 1, ARCHIVE),
                    topic("alerts.candidates", 4, CANDIDATES),
                    topic("alerts.raised", 4, ARCHIVE),
                    topic("alerts.delivered", 4, ARCHIVE),
                    topic("documents.extracted.enrich.dlq", 1, DEAD_LETTERS),
                    topic("documents.enriched.index.dlq", 1, DEAD_LETTERS),
                    topic("documents.enriched.match.dlq", 1, DEAD_LETTERS),
                    topic("alerts.candidates.ledger.dlq", 1, DEAD_LETTERS),
                    topic("alerts.raised.deliver.dlq", 1, DEAD_LETTERS),
                    topic("alerts.inbox.dlq", 1, DEAD_LETTERS),
                    topic("documents.enriched.index.retry", 1, RETRIES),
                    topic("documents.enriched.match.retry", 1, RETRIES),
                    topic("alerts.inbox.retry", 1, RETRIES));

    private Topics() {}

    /** Makes the topics on the brokers named by the one argument ({@code host:port,…}). */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: Topics HOST:PORT[,HOST:PORT…]");
            System.exit(2);
        }
        try {
            ensure(arguments[0]);
        } catch (IllegalStateException e) {
            System.err.println("topics: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Makes what is missing, sets what differs; fails on a wrong number of partitions. */
    public static void ensure(String bootstrapServers) throws InterruptedException {
        Properties client = new Properties();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(client)) {
            List<NewTopic> missing = check(admin);
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
            admin.incrementalAlterConfigs(settings()).all().get(60, TimeUnit.SECONDS);
            beginTransactions(bootstrapServers);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * The broker makes its own topic of transactions at the first one, which takes it longer than
     * the person who first saves a theme should wait.
     */
    private static void beginTransactions(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "topics-made",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        60_000);
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        } catch (KafkaException e) {
            throw new IllegalStateException("no transactions: " + e.getMessage(), e);
        }
    }

    private static List<NewTopic> check(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        var existing = admin.listTopics().names().get(60, TimeUnit.SECONDS);
        List<String> held = ALL.stream().map(NewTopic::name).filter(existing::contains).toList();
        var descriptions =
                new TreeMap<>(admin.describeTopics(held).allTopicNames().get(60, TimeUnit.SECONDS));
        List<NewTopic> missing = new ArrayList<>();
        for (NewTopic topic : ALL) {
            var description = descriptions.get(topic.name());
            if (description == null) {
                missing.add(topic);
            } else if (description.partitions().size() != topic.numPartitions()) {
                // Another number would send a document's events to another partition, out of order.
                throw new IllegalStateException(
                        "topic %s has %d partitions, not %d"
                                .formatted(
                                        topic.name(),
                                        description.partitions().size(),
                                        topic.numPartitions()));
            }
        }
        return missing;
    }

    private static Map<ConfigResource, java.util.Collection<AlterConfigOp>> settings() {
        Map<ConfigResource, java.util.Collection<AlterConfigOp>> all = new java.util.HashMap<>();
        for (NewTopic topic : ALL) {
            all.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic.configs().entrySet().stream().map(Topics::set).toList());
        }
        return all;
    }

    private static AlterConfigOp set(Map.Entry<String, String> setting) {
        return new AlterConfigOp(
                new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET);
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }
}
