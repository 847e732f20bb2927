package nl.beleidsradar.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class ServiceEdgeTest {

    private final WebApplicationContextRunner service =
            new WebApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ServiceEdge.class))
                    .withBean(SimpleMeterRegistry.class)
                    .withUserConfiguration(Server.class);

    @EnableConfigurationProperties(ServerProperties.class)
    static class Server {}

    @Test
    void startsOnALoopbackAddress() {
        service.withPropertyValues("server.address=127.0.0.1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartOnAnOpenAddressWithoutALogin() {
        service.run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("server.address=0.0.0.0")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("without a login"));
    }

    @Test
    void listensOnAllAddressesOfAContainerThatIsPublishedOnLoopback() {
        service.withPropertyValues(
                        "server.address=0.0.0.0",
                        "beleidsradar.access.published-on-loopback=true",
                        "beleidsradar.access.trusted-hosts=search-service,ingest-service")
                .run(context ->
                        assertThat(context.getBean(AccessSettings.class).trustedHosts())
                                .containsExactly("search-service", "ingest-service"));
    }

    @Test
    void refusesAnUnknownAccessSetting() {
        service.withPropertyValues(
                        "server.address=127.0.0.1", "beleidsradar.access.trusted-host=typo")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void countsAndTimesAStepByOutcomeAndReason() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        StepMetrics metrics = new StepMetrics(registry);
        metrics.done("extract", "folder", Duration.ofMillis(20));
        metrics.failed("extract", "folder", "encrypted", Duration.ofMillis(5));
        assertThat(
                        registry.get(StepMetrics.STEP)
                                .tags("step", "extract", "outcome", "failed", "reason", "encrypted")
                                .timer()
                                .count())
                .isEqualTo(1);
        assertThat(registry.get(StepMetrics.STEP).tags("outcome", "ok").timer().count())
                .isEqualTo(1);
    }
}
