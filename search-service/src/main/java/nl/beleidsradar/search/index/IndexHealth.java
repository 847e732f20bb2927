package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while Elasticsearch answers and the index is there. */
@Component("searchIndex")
class IndexHealth implements HealthIndicator {

    private final ElasticsearchClient client;

    IndexHealth(@Qualifier("readClient") ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public Health health() {
        try {
            return client.indices().existsAlias(a -> a.name(IndexGeneration.ALIAS)).value()
                    ? Health.up().build()
                    : Health.down().withDetail("reason", "the index is not there yet").build();
        } catch (IOException | ElasticsearchException e) {
            return Health.down().withDetail("reason", "Elasticsearch does not answer").build();
        }
    }
}
