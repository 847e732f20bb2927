package nl.beleidsradar.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.PreviousVersion;
import nl.beleidsradar.contract.alert.AlertCandidate;
import nl.beleidsradar.contract.store.DocumentStore;
import nl.beleidsradar.search.index.DocumentText;
import nl.beleidsradar.search.match.AlertMatcher;
import nl.beleidsradar.search.proof.Matching;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.StepMetrics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * The edge between enriched documents and candidates of alerts: a batch is done when all that it
 * gave rise to is acknowledged. A record that can never be matched goes to the dead-letter topic by
 * itself; while the subscriptions, the document store or the broker are away the batch waits.
 */
@Configuration(proxyBeanMethods = false)
class MatchStream {

    static final String DEAD_LETTERS = "documents.enriched.match.dlq";

    private static final Logger LOG = LoggerFactory.getLogger(MatchStream.class);
    private static final String STEP = "match";
    private static final Duration SUBSCRIPTIONS = Duration.ofSeconds(30);
    private static final Duration ACKNOWLEDGED = Duration.ofSeconds(60);

    private final AlertMatcher matcher;
    private final SubscriptionStream subscriptions;
    private final DocumentStore store;
    private final KafkaOperations<Object, Object> candidates;
    private final StepMetrics metrics;
    private final RecordTrace trace;
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("unchecked")
    MatchStream(
            AlertMatcher matcher,
            SubscriptionStream subscriptions,
            DocumentStore store,
            KafkaOperations<?, ?> candidates,
            StepMetrics metrics,
            Tracer tracer,
            Propagator propagator) {
        this.matcher = matcher;
        this.subscriptions = subscriptions;
        this.store = store;
        this.candidates = (KafkaOperations<Object, Object>) candidates;
        this.metrics = metrics;
        this.trace = new RecordTrace(tracer, propagator, "match document");
    }

    @Bean
    Consumer<Message<List<?>>> match() {
        return this::match;
    }

    private void match(Message<List<?>> batch) {
        // What was acknowledged before these documents came must be in force for them.
        if (!subscriptions.awaitCurrent(SUBSCRIPTIONS)) {
            throw new IllegalStateException("documents wait: the subscriptions cannot be read");
        }
        List<CompletableFuture<?>> sent = new ArrayList<>();
        @Nullable BatchListenerFailedException dead = null;
        List<?> payloads = batch.getPayload();
        for (int i = 0; i < payloads.size() && dead == null; i++) {
            // Anything but bytes is the placeholder for a null payload: nobody is told of a
            // takedown.
            if (payloads.get(i) instanceof byte[] json) {
                dead = match(batch, i, json, sent);
            }
        }
        await(sent);
        if (dead != null) {
            throw dead;
        }
    }

    /** Null unless the record is dead. */
    private @Nullable BatchListenerFailedException match(
            Message<List<?>> batch, int place, byte[] json, List<CompletableFuture<?>> sent) {
        long started = System.nanoTime();
        String key = BatchStream.key(batch, place);
        List<BatchListenerFailedException> dead = new ArrayList<>(1);
        trace.run(
                BatchStream.headers(batch, place),
                onward -> {
                    try {
                        List<AlertCandidate> found = candidates(json);
                        found.forEach(c -> sent.add(send(c, onward)));
                        var took = Duration.ofNanos(System.nanoTime() - started);
                        metrics.done(STEP, source(key), took);
                        LOG.info("matched {}: {} candidates", key, found.size());
                    } catch (DeadDocument e) {
                        var took = Duration.ofNanos(System.nanoTime() - started);
                        metrics.failed(STEP, source(key), e.reason, took);
                        LOG.warn("not matched {}: {}", key, e.reason);
                        dead.add(BatchStream.dead(e.reason, e.getCause(), place));
                    }
                });
        return dead.isEmpty() ? null : dead.getFirst();
    }

    private List<AlertCandidate> candidates(byte[] json) {
        DocumentEnriched event;
        try {
            event = EventJson.read(json, DocumentEnriched.class);
        } catch (JacksonException e) {
            throw new DeadDocument("unreadable", e);
        }
        return candidates(event);
    }

    private List<AlertCandidate> candidates(DocumentEnriched event) {
        String text =
                DocumentText.of(event.document(), store)
                        .orElseThrow(() -> new DeadDocument("text-missing", null));
        try {
            return matcher.match(event, text, previous(event));
        } catch (UncheckedIOException | KafkaException | AlreadyClosedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Such as an id without a source: it would fail again, and hold up all behind it.
            throw new DeadDocument("refused", e);
        }
    }

    /**
     * For the sweep, which has nothing to ask about a dead document: its dead letter is a failure.
     */
    @Bean
    Matching matchAgain() {
        return event -> {
            try {
                return candidates(event);
            } catch (DeadDocument e) {
                return List.of();
            }
        };
    }

    /** A text that is missing was never said, as far as anybody can tell. */
    private Iterable<String> previous(DocumentEnriched event) {
        return () ->
                event.document().previous().stream()
                        .map(PreviousVersion::textRef)
                        .distinct()
                        .flatMap(ref -> {
                            var text = DocumentText.stored(ref, store);
                            if (text.isEmpty() && missed.add(ref)) {
                                LOG.warn("{}: no {}", event.document().id(), ref);
                            }
                            return text.stream();
                        })
                        .iterator();
    }

    private CompletableFuture<?> send(AlertCandidate candidate, Map<String, String> onward) {
        ProducerRecord<byte[], byte[]> record =
                EventMessages.record(
                        Events.CANDIDATES_TOPIC,
                        Events.CANDIDATE_TYPE,
                        "search-service",
                        candidate.recipient(),
                        EventJson.write(candidate));
        onward.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return candidates.send(
                new ProducerRecord<>(
                        record.topic(), null, record.key(), record.value(), record.headers()));
    }

    private static void await(List<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                    .get(ACKNOWLEDGED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("documents wait: candidates cannot be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("documents wait: shutting down", e);
        }
    }

    private static String source(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? "unknown" : id.substring(0, colon);
    }

    @Bean
    CommonErrorHandler matchErrors(DeadLetters letters) {
        return letters.waiting(DEAD_LETTERS);
    }

    /** An event that cannot be matched however often it is tried. */
    private static final class DeadDocument extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String reason;

        DeadDocument(String reason, @Nullable Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }
    }
}
