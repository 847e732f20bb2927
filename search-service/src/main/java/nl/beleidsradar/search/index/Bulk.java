package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects operations on an index up to a size, and knows the place of each in the list of writes
 * that it belongs to. What Elasticsearch accepted is checked operation by operation.
 */
public final class Bulk {

    /** Bytes of JSON after which it is sent; a larger document goes alone. */
    private static final int BULK_BYTES = 8 * 1024 * 1024;

    private static final String REFUSED = "did not take documents";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchClient client;
    private final IndexGeneration generation;
    private final @Nullable IndexOutcome[] outcomes;
    private final List<Integer> places = new ArrayList<>();
    private final List<BulkOperation> operations = new ArrayList<>();
    private int bytes;

    /**
     * @param outcomes filled at the place of each operation
     */
    public Bulk(
            ElasticsearchClient client,
            IndexGeneration generation,
            @Nullable IndexOutcome[] outcomes) {
        this.client = client;
        this.generation = generation;
        this.outcomes = outcomes;
    }

    /**
     * Adds an operation, and sends what was there where that would become too much.
     *
     * @param size of its document in bytes, about
     * @throws ElasticsearchUnavailable if it could not be tried
     */
    public void add(int place, int size, BulkOperation operation) {
        if (bytes > 0 && bytes + size > BULK_BYTES) {
            send();
        }
        bytes += size;
        places.add(place);
        operations.add(operation);
    }

    /**
     * Sends what is left.
     *
     * @throws ElasticsearchUnavailable if any could not be tried
     */
    public void send() {
        if (operations.isEmpty()) {
            return;
        }
        try {
            // Without the alias, Elasticsearch would make an index of its own guesses.
            BulkResponse response =
                    client.bulk(b ->
                            b.index(generation.alias()).requireAlias(true).operations(operations));
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
            outcomes[places.getFirst()] = new IndexOutcome.Rejected("refused", detail(e.error()));
            return;
        }
        for (int i = 0; i < operations.size(); i++) {
            var alone = new Bulk(client, generation, outcomes);
            alone.add(places.get(i), 0, operations.get(i));
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
        if (item.status() == CONFLICT && isVersioned(operation)) {
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

    /** Of documents with a version of their own, a newer one was there; else somebody was first. */
    private static boolean isVersioned(BulkOperation operation) {
        return operation.isIndex() && operation.index().version() != null;
    }

    private static boolean isAbsent(BulkResponseItem item, ErrorCause error) {
        return item.status() == NOT_FOUND && !"index_not_found_exception".equals(error.type());
    }

    /** Two writers of one document at once may both pass when tried again. */
    private static boolean mayPass(int status) {
        return status == NOT_FOUND
                || status == CONFLICT
                || status == BUSY
                || status >= SERVER_ERROR;
    }

    /** The kind of error only: its reason may quote the document. */
    private static String detail(ErrorCause error) {
        @Nullable ErrorCause cause = error.causedBy();
        return cause == null ? "" + error.type() : error.type() + " / " + cause.type();
    }
}
