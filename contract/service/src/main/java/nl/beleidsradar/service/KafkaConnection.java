package nl.beleidsradar.service;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The stream's own broker and security, for the few clients that the stream cannot be used for. */
public final class KafkaConnection {

    private static final String BINDER = "spring.cloud.stream.kafka.binder.";

    private KafkaConnection() {}

    /** Bootstrap servers and security, as Kafka's client settings. */
    public static Map<String, Object> of(Environment environment) {
        Map<String, Object> settings =
                new HashMap<>(
                        Binder.get(environment)
                                .bind(
                                        BINDER + "configuration",
                                        Bindable.mapOf(String.class, Object.class))
                                .orElseGet(Map::of));
        settings.put("bootstrap.servers", environment.getRequiredProperty(BINDER + "brokers"));
        return Map.copyOf(settings);
    }
}
