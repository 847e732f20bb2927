package nl.beleidsradar.search.web;

import nl.beleidsradar.search.inbox.SampleAlerts;
import nl.beleidsradar.search.ingest.IngestReports;
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

    @Bean
    SampleAlerts alerts() {
        return new SampleAlerts();
    }
}
