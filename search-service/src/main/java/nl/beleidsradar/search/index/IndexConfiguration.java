package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.time.Duration;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two clients of one server, as a reader waits shorter than a bulk may take. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ElasticsearchSettings.class)
class IndexConfiguration {

    @Bean
    ElasticsearchClient readClient(ElasticsearchSettings settings) {
        return client(settings, settings.readTimeout());
    }

    @Bean
    ElasticsearchClient writeClient(ElasticsearchSettings settings) {
        return client(settings, settings.writeTimeout());
    }

    @Bean
    IndexGeneration documentGeneration(@Qualifier("writeClient") ElasticsearchClient client) {
        return new IndexGeneration(client, IndexGeneration.ALIAS);
    }

    private static ElasticsearchClient client(ElasticsearchSettings settings, Duration timeout) {
        RestClient rest =
                RestClient.builder(HttpHost.create(settings.url().toString()))
                        .setRequestConfigCallback(c ->
                                c.setConnectTimeout(millis(settings.connectTimeout()))
                                        .setConnectionRequestTimeout(millis(timeout))
                                        .setSocketTimeout(millis(timeout)))
                        .build();
        return new ElasticsearchClient(
                new RestClientTransport(rest, new Jackson3JsonpMapper(IndexJson.MAPPER)));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
