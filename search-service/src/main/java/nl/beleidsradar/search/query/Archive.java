package nl.beleidsradar.search.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.GetRequest;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.function.UnaryOperator;
import nl.beleidsradar.search.index.ElasticsearchCall;
import nl.beleidsradar.search.index.IndexGeneration;
import nl.beleidsradar.search.index.IndexedDocument;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks Elasticsearch; partial answers and failures of any sort are {@code unavailable}. */
@Component
class Archive {

    private final ElasticsearchClient client;

    Archive(@Qualifier("readClient") ElasticsearchClient client) {
        this.client = client;
    }

    SearchResponse<IndexedDocument> search(UnaryOperator<SearchRequest.Builder> request) {
        return ElasticsearchCall.answer(() ->
                client.search(
                        b ->
                                request.apply(
                                        b.index(IndexGeneration.ALIAS)
                                                .allowPartialSearchResults(false)),
                        IndexedDocument.class));
    }

    GetResponse<IndexedDocument> get(String id, UnaryOperator<GetRequest.Builder> request) {
        return ElasticsearchCall.answer(() ->
                client.get(
                        b -> request.apply(b.index(IndexGeneration.ALIAS).id(id)),
                        IndexedDocument.class));
    }
}
