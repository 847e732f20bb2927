package nl.beleidsradar.search.inbox;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import nl.beleidsradar.search.index.IndexGeneration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of alerts, in the Elasticsearch that holds the documents. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboxSettings.class)
class InboxConfiguration {

    @Bean
    IndexGeneration alertGeneration(@Qualifier("writeClient") ElasticsearchClient client) {
        return new IndexGeneration(client, AlertIndex.ALIAS);
    }
}
