package nl.beleidsradar.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.alert.Subscription;
import nl.beleidsradar.search.subscription.SubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.FencedLog;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The edge to the log of subscriptions: follows what people saved, and writes what they save. */
@Component
class SubscriptionStream implements SubscriptionLog, InitializingBean, DisposableBean {

    private final LogView view;
    private final FencedLog log;

    SubscriptionStream(Environment environment, Subscriptions subscriptions) {
        Map<String, Object> connection = KafkaConnection.of(environment);
        view =
                new LogView(
                        Events.SUBSCRIPTIONS_TOPIC,
                        connection,
                        (id, json) -> subscriptions.take(id, read(id, json)));
        log = new FencedLog(Events.SUBSCRIPTIONS_TOPIC, view, "subscriptions-writer", connection);
    }

    @Override
    public void afterPropertiesSet() {
        view.start();
    }

    @Override
    public void destroy() {
        log.close();
        view.close();
    }

    private static @Nullable Subscription read(String id, byte @Nullable [] json) {
        if (json == null) {
            return null;
        }
        Subscription subscription = EventJson.read(json, Subscription.class);
        if (!subscription.id().equals(id)) {
            throw new IllegalArgumentException("a subscription under another key");
        }
        return subscription;
    }

    @Override
    public boolean awaitCurrent(Duration atMost) {
        return view.awaitEnd(atMost);
    }

    @Override
    public boolean isRead() {
        return view.awaitCaughtUp(Duration.ZERO);
    }

    @Override
    public Outcome write(Supplier<List<Change>> changes) {
        return switch (log.write(
                () -> changes.get().stream().map(SubscriptionStream::record).toList())) {
            case FencedLog.Outcome.Written _ -> new Outcome.Written();
            case FencedLog.Outcome.Nothing _ -> new Outcome.Nothing();
            case FencedLog.Outcome.Busy _ -> new Outcome.Busy();
            case FencedLog.Outcome.Unavailable(String detail, boolean saved) ->
                    new Outcome.Unavailable(detail, saved);
        };
    }

    private static ProducerRecord<byte[], byte[]> record(Change change) {
        @Nullable Subscription now = change.now();
        return EventMessages.record(
                Events.SUBSCRIPTIONS_TOPIC,
                Events.SUBSCRIPTION_TYPE,
                "search-service",
                change.id(),
                now == null ? null : EventJson.write(now));
    }
}
