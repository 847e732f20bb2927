package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    /** Bytes of JSON after which a bulk is sent; a larger document goes alone. */
    private static final int BULK_BYTES = 8 * 1024 * 1024;

    /** Elasticsearch takes no larger request ({@code http.max_content_length} is 100 MiB). */
    private static final int MOST_BYTES = 95 * 1024 * 1024;

    private static final String REFUSED = "did not take documents";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchClient client;
    private final IndexGeneration generation;
    private final DocumentStore store;

    DocumentIndex(
            @Qualifier("writeClient") ElasticsearchClient client,
            IndexGeneration generation,
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
        var bulk = new Bulk(outcomes);
        for (int i = 0; i < writes.size(); i++) {
            switch (writes.get(i)) {
                case IndexWrite.Remove remove -> bulk.remove(i, remove.id());
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
                        bulk.put(i, put.event(), text);
                    }
                }
            }
        }
        bulk.send();
        return Arrays.asList(outcomes);
    }

    /** Collects operations up to a size, and knows the place of each in the list of writes. */
    private final class Bulk {

        private final @Nullable IndexOutcome[] outcomes;
        private final List<Integer> places = new ArrayList<>();
        private final List<BulkOperation> operations = new ArrayList<>();
        private int bytes;

        Bulk(@Nullable IndexOutcome[] outcomes) {
            this.outcomes = outcomes;
        }

        void put(int place, DocumentEnriched event, String text) {
            byte[] json;
            try {
                json = IndexJson.MAPPER.writeValueAsBytes(IndexedDocument.of(event, text));
            } catch (RuntimeException e) {
                // An event that breaks our own rules, such as an id without a source.
                outcomes[place] =
                        new IndexOutcome.Rejected("refused", e.getClass().getSimpleName());
                return;
            }
            if (json.length > MOST_BYTES) {
                outcomes[place] =
                        new IndexOutcome.Rejected(
                                "too-large", json.length + " bytes; at most " + MOST_BYTES);
                return;
            }
            if (bytes > 0 && bytes + json.length > BULK_BYTES) {
                send();
            }
            bytes += json.length;
            add(
                    place,
                    BulkOperation.of(b ->
                            b.index(o ->
                                    o.id(event.document().id())
                                            .version(event.version())
                                            .versionType(VersionType.ExternalGte)
                                            .document(
                                                    BinaryData.of(
                                                            json, ContentType.APPLICATION_JSON)))));
        }

        void remove(int place, String id) {
            add(place, BulkOperation.of(b -> b.delete(d -> d.id(id))));
        }

        private void add(int place, BulkOperation operation) {
            places.add(place);
            operations.add(operation);
        }

        void send() {
            if (operations.isEmpty()) {
                return;
            }
            try {
                // Without the alias, Elasticsearch would make an index of its own guesses.
                BulkResponse response =
                        client.bulk(b ->
                                b.index(IndexGeneration.ALIAS)
                                        .requireAlias(true)
                                        .operations(operations));
                check(response.items());
            } catch (ElasticsearchException e) {
                refusedWhole(e);
            } catch (IOException e) {
                throw ElasticsearchUnavailable.because(REFUSED, e);
            }
            places.clear();
            operations.clear();
            bytes = 0;
        }

        private void check(List<BulkResponseItem> items) {
            if (items.size() != operations.size()) {
                throw new IllegalStateException(
                        "Elasticsearch answered for "
                                + items.size()
                                + " of "
                                + operations.size()
                                + " documents");
            }
            for (int i = 0; i < items.size(); i++) {
                outcomes[places.get(i)] = outcome(operations.get(i), items.get(i));
            }
        }

        /** A request refused as a whole is tried document by document, to name the one at fault. */
        private void refusedWhole(ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                generation.lost();
            }
            if (mayPass(e.status())) {
                throw ElasticsearchUnavailable.because(REFUSED, e);
            }
            if (operations.size() == 1) {
                outcomes[places.getFirst()] =
                        new IndexOutcome.Rejected("refused", detail(e.error()));
                return;
            }
            for (int i = 0; i < operations.size(); i++) {
                var alone = new Bulk(outcomes);
                alone.add(places.get(i), operations.get(i));
                alone.send();
            }
        }

        private IndexOutcome outcome(BulkOperation operation, BulkResponseItem item) {
            @Nullable ErrorCause error = item.error();
            if (operation.isDelete() && (error == null || isAbsent(item, error))) {
                return new IndexOutcome.Removed();
            }
            if (error == null) {
                return new IndexOutcome.Indexed();
            }
            if (item.status() == CONFLICT) {
                return new IndexOutcome.Superseded();
            }
            if (item.status() == NOT_FOUND) {
                generation.lost();
            }
            if (mayPass(item.status())) {
                throw ElasticsearchUnavailable.because(REFUSED, error);
            }
            return new IndexOutcome.Rejected("refused", detail(error));
        }

        private static boolean isAbsent(BulkResponseItem item, ErrorCause error) {
            return item.status() == NOT_FOUND && !"index_not_found_exception".equals(error.type());
        }
    }

    private static boolean mayPass(int status) {
        return status == NOT_FOUND || status == BUSY || status >= SERVER_ERROR;
    }

    /** The kind of error only: its reason may quote the document. */
    private static String detail(ErrorCause error) {
        @Nullable ErrorCause cause = error.causedBy();
        return cause == null ? "" + error.type() : error.type() + " / " + cause.type();
    }
}
