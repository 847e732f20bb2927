package nl.beleidsradar.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;

/** A question to Elasticsearch. */
@FunctionalInterface
public interface ElasticsearchCall<T> {

    T make() throws IOException;

    /**
     * Asks it.
     *
     * @throws ElasticsearchUnavailable if there is no answer, or one that says no
     */
    static <T> T answer(ElasticsearchCall<T> call) {
        try {
            return call.make();
        } catch (IOException | ElasticsearchException e) {
            throw ElasticsearchUnavailable.because("did not answer", e);
        }
    }
}
