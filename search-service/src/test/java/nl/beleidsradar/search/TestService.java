package nl.beleidsradar.search;

import java.util.ArrayList;
import java.util.List;
import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.inbox.AlertSearch;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.match.AlertMatcher;
import nl.beleidsradar.search.query.DocumentSearch;
import nl.beleidsradar.search.subscription.Subscriptions;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The service with its real settings, stream and JSON API, but without its pages. */
@EnableAutoConfiguration
@Import({
    SearchStream.class,
    MatchStream.class,
    ThemeStream.class,
    SubscriptionStream.class,
    LedgerStream.class,
    InboxStream.class,
    IndexReport.class
})
@ComponentScan(
        basePackageClasses = {
            DocumentIndex.class,
            DocumentSearch.class,
            AlertMatcher.class,
            Themes.class,
            Subscriptions.class,
            AlertSearch.class
        })
@ComponentScan(
        basePackages = "nl.beleidsradar.search.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        // Proof needs ingest-service: the tests of the whole have it.
                        pattern = ".*\\.web\\.((?!Proof)[A-Za-z]+Api|OwnedSubscriptions)"))
final class TestService {

    private TestService() {}

    static ServletWebServerApplicationContext start(String elasticsearch, String store) {
        return start(
                elasticsearch,
                store,
                KafkaServer.shared().bootstrapServers(),
                "http://127.0.0.1:1");
    }

    static ServletWebServerApplicationContext start(
            String elasticsearch, String store, String kafka, String enrich, String... more) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                // As the pages' own texts: Dutch, whatever the machine's language.
                                "--spring.messages.fallback-to-system-locale=false",
                                "--spring.cloud.stream.kafka.binder.brokers=" + kafka,
                                "--spring.kafka.bootstrap-servers=" + kafka,
                                "--beleidsradar.elasticsearch.url=" + elasticsearch,
                                "--beleidsradar.elasticsearch.read-timeout=3s",
                                "--beleidsradar.enrich-url=" + enrich,
                                "--beleidsradar.store.folder=" + store,
                                // Of this broker alone, as the memory is of its topics.
                                "--beleidsradar.alerts.ledger.state-folder=target/ledger/"
                                        + kafka.replace(':', '-')));
        settings.addAll(List.of(more));
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(TestService.class)
                        .run(settings.toArray(String[]::new));
    }
}
