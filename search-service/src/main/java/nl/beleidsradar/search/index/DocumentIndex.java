package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import nl.beleidsradar.contract.DocumentEnriched;
import nl.beleidsradar.contract.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The only writer of the index. Each document is written under its id with its version as external
 * version, so that writing an event twice, or an older one later, changes nothing.
 */
@Component
public class DocumentIndex {

    /** Elasticsearch takes no larger request ({@code http.max_content_length} is 100 MiB). */
    private static final int MOST_BYTES = 95 * 1024 * 1024;

    private final ElasticsearchClient client;
    private final IndexGeneration generation;
    private final DocumentStore store;

    DocumentIndex(
            @Qualifier("writeClient") ElasticsearchClient client,
            @Qualifier("documentGeneration") IndexGeneration generation,
            DocumentStore store) {
        this.client = client;
        this.generation = generation;
        this.store = store;
    }

    /**
     * Writes in the given order.
     *
     * @return what became of each, in the same order
     * @throws ElasticsearchUnavailable if any could not be tried; trying all again is safe
     * @throws UncheckedIOException if the document store cannot be read; likewise
     */
    public List<IndexOutcome> write(List<? extends IndexWrite> writes) {
        generation.ensure();
        var outcomes = new IndexOutcome[writes.size()];
        var bulk = new Bulk(client, generation, outcomes);
        for (int i = 0; i < writes.size(); i++) {
            switch (writes.get(i)) {
                case IndexWrite.Remove remove ->
                        bulk.add(i, 0, BulkOperation.of(b -> b.delete(d -> d.id(remove.id()))));
                case IndexWrite.Put put -> {
                    @Nullable String text =
                            DocumentText.of(put.event().document(), store).orElse(null);
                    if (text == null) {
                        outcomes[i] =
                                new IndexOutcome.Rejected(
                                        "text-missing",
                                        "the document store does not hold "
                                                + put.event().document().textRef());
                    } else {
                        put(bulk, outcomes, i, put.event(), text);
                    }
                }
            }
        }
        bulk.send();
        return Arrays.asList(outcomes);
    }

    private void put(
            Bulk bulk,
            @Nullable IndexOutcome[] outcomes,
            int place,
            DocumentEnriched event,
            String text) {
        byte[] json;
        try {
            json = IndexJson.MAPPER.writeValueAsBytes(IndexedDocument.of(event, text));
        } catch (RuntimeException e) {
            // An event that breaks our own rules, such as an id without a source.
            outcomes[place] = new IndexOutcome.Rejected("refused", e.getClass().getSimpleName());
            return;
        }
        if (json.length > MOST_BYTES) {
            outcomes[place] =
                    new IndexOutcome.Rejected(
                            "too-large", json.length + " bytes; at most " + MOST_BYTES);
            return;
        }
        bulk.add(
                place,
                json.length,
                BulkOperation.of(b ->
                        b.index(o ->
                                o.id(event.document().id())
                                        .version(event.version())
                                        .versionType(VersionType.ExternalGte)
                                        .document(
                                                BinaryData.of(
                                                        json, ContentType.APPLICATION_JSON)))));
    }
}
