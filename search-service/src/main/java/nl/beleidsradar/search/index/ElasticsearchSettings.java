package nl.beleidsradar.search.index;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Elasticsearch is and how long to wait for it.
 *
 * @param url of one node or of a load balancer
 * @param connectTimeout for opening a connection
 * @param readTimeout for an answer to a search
 * @param writeTimeout for an answer to a bulk of documents
 */
@Validated
@ConfigurationProperties(prefix = "beleidsradar.elasticsearch", ignoreUnknownFields = false)
public record ElasticsearchSettings(
        @NotNull @DefaultValue("http://127.0.0.1:9200") URI url,
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration readTimeout,
        @NotNull @DefaultValue("60s") Duration writeTimeout) {}
