package nl.beleidsradar.ingest;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in this process, on a free port; to be ended with {@code destroy}. */
public final class OneBroker {

    private OneBroker() {}

    public static EmbeddedKafkaKraftBroker start() {
        EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("auto.create.topics.enable", "false");
        // Three would be asked for, and asked for again all the time.
        kafka.brokerProperty("transaction.state.log.replication.factor", "1");
        kafka.brokerProperty("transaction.state.log.min.isr", "1");
        kafka.afterPropertiesSet();
        return kafka;
    }
}
