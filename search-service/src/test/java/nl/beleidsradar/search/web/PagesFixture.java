package nl.beleidsradar.search.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.beleidsradar.search.inbox.SampleAlerts;
import nl.beleidsradar.search.ingest.IngestReports;
import nl.beleidsradar.search.proof.CanaryReport;
import nl.beleidsradar.search.proof.Proof;
import nl.beleidsradar.search.proof.SweepReport;
import nl.beleidsradar.search.query.SampleArchive;
import nl.beleidsradar.search.subscription.MemorySubscriptionLog;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The pages on the sample archive, without Elasticsearch and Kafka. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    PageSetup.class,
    PageModel.class,
    PageErrors.class,
    SearchPageController.class,
    DocumentPageController.class,
    ReferencePageController.class,
    ThemePageController.class,
    ThemeEditController.class,
    ThemeApi.class,
    SourcesPageController.class,
    DossierPageController.class,
    SubscriptionsPageController.class,
    SubscriptionEditController.class,
    AlertsPageController.class,
    LastAlerts.class,
    FilterValues.class,
    FailuresPageController.class,
    IngestReports.class,
    MemoryLog.class,
    SubscriptionApi.class,
    UnavailableApi.class,
    SubscriptionLinksController.class,
    OwnedSubscriptions.class,
    MemorySubscriptionLog.class
})
@ComponentScan(basePackageClasses = {Themes.class, Subscriptions.class})
class PagesFixture {

    @Bean
    SampleArchive archive() {
        return new SampleArchive();
    }

    /** A probe that is missing, and a sweep that found something. */
    @Bean
    Proof proof() {
        Instant at = Instant.parse("2026-11-21T02:00:00Z");
        return new Proof() {
            @Override
            public CanaryReport canary() {
                return new CanaryReport(
                        CanaryReport.State.MISSING,
                        at.plusSeconds(1800),
                        at.plusSeconds(900),
                        Duration.ofMillis(812),
                        "<i>weg</i>");
            }

            @Override
            public Optional<SweepReport> swept() {
                return Optional.of(
                        new SweepReport(
                                at.minus(Duration.ofDays(1)),
                                at,
                                1204,
                                40,
                                3,
                                List.of(new SweepReport.Difference("s", "ob:kst-1-2", "cyber")),
                                at,
                                null));
            }
        };
    }

    @Bean
    SampleAlerts alerts() {
        return new SampleAlerts();
    }
}
