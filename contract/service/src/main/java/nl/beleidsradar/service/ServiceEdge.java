package nl.beleidsradar.service;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The shared edge, applied to each service by being on its class path. */
@AutoConfiguration
@EnableConfigurationProperties(AccessSettings.class)
@Import(Problems.class)
class ServiceEdge {

    @Bean
    FilterRegistrationBean<LoopbackGuard> loopbackGuard(
            AccessSettings access, ServerProperties server) {
        refuseOpenAddress(access, server.getAddress());
        var filter = new FilterRegistrationBean<>(new LoopbackGuard(access.trustedHosts()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    StepMetrics stepMetrics(MeterRegistry registry) {
        return new StepMetrics(registry);
    }

    @Bean
    @ConditionalOnProperty("spring.cloud.stream.kafka.binder.brokers")
    DeadLetters deadLetters(Environment environment, MeterRegistry registry) {
        return new DeadLetters(KafkaConnection.of(environment), registry);
    }

    @Bean
    PublicUrl publicUrl(@Value("${beleidsradar.public-url:http://127.0.0.1:8080}") URI base) {
        return new PublicUrl(base);
    }

    private static void refuseOpenAddress(AccessSettings access, @Nullable InetAddress address) {
        boolean loopback = address != null && address.isLoopbackAddress();
        if (!loopback && !access.publishedOnLoopback()) {
            throw new IllegalStateException(
                    "refusing to listen on "
                            + (address == null ? "all addresses" : address.getHostAddress())
                            + " without a login: set server.address to a loopback address, or, in a"
                            + " container whose port is published on loopback only,"
                            + " beleidsradar.access.published-on-loopback=true");
        }
    }
}
