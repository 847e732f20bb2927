package nl.beleidsradar.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.Binder;
import org.springframework.cloud.stream.binder.BinderFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binder.ConsumerProperties;
import org.springframework.cloud.stream.binder.ProducerProperties;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the service start without a broker and join the stream when there is one. Left alone, the
 * binder tries for minutes before the web server may start; here it is not asked before a broker
 * can be reached, and the framework's own retry asks again.
 */
@Configuration(proxyBeanMethods = false)
public class LateStream {

    private static final int CONNECT_MILLIS = 1_000;

    @Bean
    BindingService bindingService(
            BindingServiceProperties properties,
            BinderFactory binders,
            TaskScheduler taskScheduler,
            @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers,
            ObjectProvider<BeforeStream> before) {
        List<String> addresses = Arrays.stream(brokers.split(",")).map(String::strip).toList();
        return new LateBindingService(
                properties,
                binders,
                taskScheduler,
                JsonMapper.shared(),
                () -> {
                    lookForBroker(addresses);
                    before.orderedStream().forEach(BeforeStream::prepare);
                });
    }

    /** What must be known before the first record is taken off the stream. */
    @FunctionalInterface
    public interface BeforeStream {

        /**
         * Called when a broker can be reached, before each binding.
         *
         * @throws RuntimeException if it is not ready; the stream then tries again later
         */
        void prepare();
    }

    /** Binds as the framework does, through a binder that first looks for a broker. */
    private static final class LateBindingService extends BindingService {

        private final Runnable gate;

        LateBindingService(
                BindingServiceProperties properties,
                BinderFactory binders,
                TaskScheduler scheduler,
                ObjectMapper mapper,
                Runnable gate) {
            super(properties, binders, scheduler, mapper);
            this.gate = gate;
        }

        @Override
        public <T> Binding<T> doBindConsumer(
                T input,
                String inputName,
                Binder<T, ConsumerProperties, ?> binder,
                ConsumerProperties properties,
                String target) {
            return super.doBindConsumer(
                    input, inputName, new LateBinder<>(binder, gate), properties, target);
        }

        @Override
        public <T> Binding<T> doBindProducer(
                T output,
                String target,
                Binder<T, ?, ProducerProperties> binder,
                ProducerProperties properties) {
            return super.doBindProducer(output, target, new LateBinder<>(binder, gate), properties);
        }
    }

    private record LateBinder<T, C extends ConsumerProperties, P extends ProducerProperties>(
            Binder<T, C, P> binder, Runnable gate) implements Binder<T, C, P> {

        @Override
        public Binding<T> bindConsumer(
                String name, @Nullable String group, T target, C properties) {
            gate.run();
            return binder.bindConsumer(name, group, target, properties);
        }

        @Override
        public Binding<T> bindProducer(String name, T target, P properties) {
            gate.run();
            return binder.bindProducer(name, target, properties);
        }
    }

    private static void lookForBroker(List<String> brokers) {
        if (brokers.stream().noneMatch(LateStream::isReachable)) {
            throw new NoBroker(brokers);
        }
    }

    private static boolean isReachable(String broker) {
        int colon = broker.lastIndexOf(':');
        String host = colon < 0 ? broker : broker.substring(0, colon);
        int port = colon < 0 ? 9092 : Integer.parseInt(broker.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Without a stack trace: it is logged at each try, and where it was thrown says nothing. */
    private static final class NoBroker extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoBroker(List<String> brokers) {
            super("no broker can be reached at " + brokers, null, false, false);
        }
    }
}
