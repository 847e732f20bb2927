package nl.beleidsradar.search.deliver;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.theme.Themes;
import nl.beleidsradar.service.DeadLetters;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.StepMetrics;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The delivery alone, as an instance of the service has it; also a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
@ComponentScan(basePackageClasses = {Subscriptions.class, IngestReports.class})
@ComponentScan(
        basePackageClasses = Delivery.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.deliver\\.(Test|DeliveryInstance|.*(Test|IT)).*"))
@ComponentScan(
        basePackages = "nl.beleidsradar.search",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "nl\\.beleidsradar\\.search\\.(Subscription|Delivery)Stream"))
@Import(Themes.class)
public class DeliveryInstance {

    public static void main(String[] arguments) throws InterruptedException {
        start(arguments);
        Thread.currentThread().join(); // nothing else keeps the process
    }

    /** Settings as on the command line. */
    public static ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--logging.level.org.apache.kafka=warn");
        return new SpringApplicationBuilder(DeliveryInstance.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    @Bean
    MeterRegistry registry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    StepMetrics stepMetrics(MeterRegistry registry) {
        return new StepMetrics(registry);
    }

    @Bean
    DeadLetters deadLetters(Environment environment, MeterRegistry registry) {
        return new DeadLetters(KafkaConnection.of(environment), registry);
    }
}
