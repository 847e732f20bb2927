package nl.beleidsradar.search;

import nl.beleidsradar.local.testing.KafkaServer;
import nl.beleidsradar.search.index.DocumentIndex;
import nl.beleidsradar.search.query.DocumentSearch;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The service with its real settings, stream and JSON API, but without its pages. */
@EnableAutoConfiguration
@Import({SearchStream.class, IndexReport.class})
@ComponentScan(basePackageClasses = {DocumentIndex.class, DocumentSearch.class})
@ComponentScan(
        basePackages = "nl.beleidsradar.search.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\.[A-Za-z]+Api"))
final class TestService {

    private TestService() {}

    static ServletWebServerApplicationContext start(String elasticsearch, String store) {
        String kafka = KafkaServer.shared().bootstrapServers();
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(TestService.class)
                        .run(
                                "--server.port=0",
                                "--spring.cloud.stream.kafka.binder.brokers=" + kafka,
                                "--spring.kafka.bootstrap-servers=" + kafka,
                                "--beleidsradar.elasticsearch.url=" + elasticsearch,
                                "--beleidsradar.elasticsearch.read-timeout=3s",
                                "--beleidsradar.store.folder=" + store);
    }
}
