package nl.beleidsradar.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.enrich.archive.StreamPlace;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.FailedRecord;
import nl.beleidsradar.service.LateStream;
import nl.beleidsradar.service.StepMetrics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * The edge to the log: takes an extracted document off it, passes the enriched one on under the
 * same key. What cannot be read goes to the dead-letter topic at once, what fails after a few
 * tries.
 */
@Configuration(proxyBeanMethods = false)
@Import(LateStream.class)
class EnrichStream {

    static final String DEAD_LETTERS = "documents.extracted.enrich.dlq";

    private static final Logger LOG = LoggerFactory.getLogger(EnrichStream.class);
    private static final String STEP = "enrich";
    private static final String SERVICE = "enrich-service";

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final Enricher enricher;
    private final DocumentTexts texts;
    private final StepMetrics metrics;

    EnrichStream(Enricher enricher, DocumentTexts texts, StepMetrics metrics) {
        this.enricher = enricher;
        this.texts = texts;
        this.metrics = metrics;
    }

    @Bean
    Function<Message<?>, Message<?>> enrich() {
        return message -> {
            String key = key(message);
            return message.getPayload() instanceof byte[] json
                    ? enriched(key, json)
                    : takenDown(key);
        };
    }

    /**
     * At shutdown the record in hand is finished, not all that was polled; and the place the stream
     * has reached is known to what works behind it.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> promptAndTraceable(
            StreamPlace place) {
        return (container, destination, group) -> {
            container.getContainerProperties().setStopImmediate(true);
            container.getContainerProperties().setShutdownTimeout(SHUTDOWN.toMillis());
            tellPlace(container, place);
        };
    }

    private static <K, V> void tellPlace(
            AbstractMessageListenerContainer<K, V> container, StreamPlace place) {
        container.setRecordInterceptor(
                new RecordInterceptor<K, V>() {
                    @Override
                    public ConsumerRecord<K, V> intercept(
                            ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
                        place.begun(record.partition(), text(record.key()), record.offset());
                        return record;
                    }

                    @Override
                    public void success(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
                        place.ended(record.partition(), record.offset());
                    }
                });
    }

    /** One that is set aside is done with too; one that is tried again is not. */
    @Bean
    CommonErrorHandler enrichErrors(DeadLetters letters, StreamPlace place) {
        DefaultErrorHandler errors = letters.trying(DEAD_LETTERS);
        errors.setRetryListeners(
                new RetryListener() {
                    @Override
                    public void failedDelivery(
                            ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
                        // Told by the function itself.
                    }

                    @Override
                    public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception e) {
                        place.ended(record.partition(), record.offset());
                    }
                });
        return errors;
    }

    @Bean
    KafkaBindingRebalanceListener ownership(StreamPlace place, RulesInForce rules) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    String binding,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                int ruleset = rules.get().ruleset().version();
                partitions.forEach(
                        p -> place.assigned(p.partition(), consumer.position(p), ruleset));
            }

            @Override
            public void onPartitionsRevokedBeforeCommit(
                    String binding,
                    Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions) {
                partitions.forEach(p -> place.revoked(p.partition()));
            }
        };
    }

    private Message<?> enriched(String key, byte[] json) {
        long started = System.nanoTime();
        String source = "unknown";
        try {
            DocumentExtracted document = EventJson.read(json, DocumentExtracted.class);
            source = document.source();
            DocumentEnriched enriched = enricher.enrich(document, texts.of(document));
            Message<byte[]> message =
                    EventMessages.of(
                            Events.ENRICHED_TYPE,
                            SERVICE,
                            document.id(),
                            EventJson.write(enriched));
            Duration took = since(started);
            metrics.done(STEP, source, took);
            LOG.info(
                    "enriched {}: {} themes, {} references, {} ms",
                    document.id(),
                    enriched.themes().size(),
                    enriched.references().size(),
                    took.toMillis());
            return message;
        } catch (RuntimeException e) {
            FailedRecord failed = FailureReason.of(e);
            metrics.failed(STEP, source, failed.reason(), since(started));
            LOG.warn("not enriched {}: {}", key, failed.reason());
            throw failed;
        }
    }

    /** A takedown goes on as it came. */
    private static Message<?> takenDown(String key) {
        LOG.info("taken down {}", key);
        return MessageBuilder.withPayload(KafkaNull.INSTANCE)
                .setHeader(KafkaHeaders.KEY, key.getBytes(UTF_8))
                .build();
    }

    private static String key(Message<?> message) {
        return text(message.getHeaders().get(KafkaHeaders.RECEIVED_KEY));
    }

    private static String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, UTF_8) : Objects.toString(key, "");
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
